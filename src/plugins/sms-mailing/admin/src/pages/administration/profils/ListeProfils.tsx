import { Flex, Link, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { NavLink } from 'react-router-dom';
import type { LigneProfil } from '../../../../../core/api/profils';
import { useListProfilsQuery } from '../../../api/profils';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Tableau, type ColonneTableau } from '../../../components/Tableau';
import { useDroits } from '../../../droits';
import { ActionsProfil } from './ActionsProfil';
import { Comptes } from './Comptes';
import { NouveauProfil } from './NouveauProfil';

type Ligne = LigneProfil & { documentId: string };

const COLONNES: ColonneTableau<Ligne>[] = [
  {
    cle: 'nom',
    titre: 'Profil',
    valeur: ({ nom }) => nom,
    cellule: ({ nom, documentId }) => (
      <Link tag={NavLink} to={documentId}>
        {nom}
      </Link>
    ),
  },
  {
    cle: 'description',
    titre: 'Description',
    valeur: ({ description }) => description,
    cellule: ({ description }) => (
      <Typography textColor="neutral600" style={{ whiteSpace: 'normal' }}>
        {description}
      </Typography>
    ),
  },
  { cle: 'utilisateurs', titre: 'Utilisateurs', valeur: ({ utilisateurs }) => utilisateurs },
];

/** Guide §4 (2/4): « Gestion des profils ». */
export function ListeProfils(): JSX.Element {
  const profils = useListProfilsQuery(undefined);
  const peutGerer = useDroits('profils.gerer-profils')['profils.gerer-profils'];
  return (
    <PageModule
      titre="Profils"
      sousTitre="Qui voit quelles pages, sur les fiches de qui, et ce qu’il peut y faire."
      permission="profils.consulter-profils"
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        {peutGerer ? <NouveauProfil /> : null}
        <Requete de={profils}>
          {(lignes) => (
            <Tableau
              nom="Liste des profils"
              unite="profil"
              lignes={lignes.map((ligne) => ({ ...ligne, documentId: String(ligne.id) }))}
              colonnes={COLONNES}
              tri={{ cle: 'nom', croissant: true }}
              {...(peutGerer
                ? { actions: (profil: Ligne) => <ActionsProfil profil={profil} /> }
                : {})}
              vide={{ titre: 'Aucun profil : créez-en un.' }}
            />
          )}
        </Requete>
        <Comptes peutGerer={peutGerer} />
      </Flex>
    </PageModule>
  );
}
