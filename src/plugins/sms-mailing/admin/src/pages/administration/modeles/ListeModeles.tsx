import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { Link } from 'react-router-dom';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { useListModelesQuery } from '../../../api/modeles';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Serre } from '../../../components/Serre';
import { Tableau } from '../../../components/Tableau';
import { useDroits } from '../../../droits';
import { ActionsModele } from './ActionsModele';
import { FiltresModeles } from './FiltresModeles';
import { filterModeles, SANS_FILTRE } from './filtre-modeles';
import { useColonnes } from './useColonnes';

interface Props {
  typeContact: TypeContact;
}

const TITRES: Readonly<Record<TypeContact, string>> = {
  email: 'Modèles mailing',
  newsletter: 'Modèles newsletter',
  sms: 'Modèles SMS',
};

const SOUS_TITRES: Readonly<Record<TypeContact, string>> = {
  email: 'Les e-mails de suivi : convocations, rappels, documents à fournir.',
  newsletter: 'Les lettres d’information et de promotion, avec leur lien de désinscription.',
  sms: 'Les messages courts : 155 caractères par SMS, au-delà le message en coûte plusieurs.',
};

/** Guide §5.a: the list of one type of contact, with who wrote what, for whom, and what it may serve. */
export default function ListeModeles({ typeContact }: Props): JSX.Element {
  const modeles = useListModelesQuery(typeContact);
  const [filtre, setFiltre] = useState(SANS_FILTRE);
  const colonnes = useColonnes(typeContact);
  const droits = useDroits('modeles.creer-modele', 'modeles.supprimer-modele');
  const creer = droits['modeles.creer-modele'] ? (
    <LinkButton tag={Link} to="nouveau" startIcon={<Plus />}>
      Créer un modèle
    </LinkButton>
  ) : null;

  return (
    <PageModule
      titre={TITRES[typeContact]}
      sousTitre={SOUS_TITRES[typeContact]}
      permission="modeles.consulter-modeles"
      action={creer}
    >
      <Requete de={modeles}>
        {(lignes) => (
          <Serre>
            <Tableau
              nom={TITRES[typeContact]}
              unite="modèle"
              lignes={filterModeles(lignes, filtre)}
              filtres={
                <FiltresModeles
                  filtre={filtre}
                  onFiltre={(changement) => {
                    setFiltre((avant) => ({ ...avant, ...changement }));
                  }}
                />
              }
              colonnes={colonnes}
              tri={{ cle: 'modifieLe', croissant: false }}
              actions={(modele) => <ActionsModele modele={modele} droits={droits} />}
              vide={
                lignes.length === 0
                  ? { titre: 'Aucun modèle pour l’instant : créez le premier.', action: creer }
                  : { titre: 'Aucun modèle ne correspond à ces filtres.' }
              }
            />
          </Serre>
        )}
      </Requete>
    </PageModule>
  );
}
