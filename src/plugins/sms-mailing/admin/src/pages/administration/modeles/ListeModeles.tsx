import { Badge, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { JSX } from 'react';
import { Link } from 'react-router-dom';
import type { LigneModele } from '../../../../../core/modele';
import {
  LIBELLES_MODALITE,
  LIBELLES_TYPE_DESTINATAIRE,
  type TypeContact,
} from '../../../../../core/vocabulaire';
import { useListModelesQuery } from '../../../api/modeles';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Tableau, type ColonneTableau } from '../../../components/Tableau';
import { formatInstant } from '../../../components/texte';
import { useDroits } from '../../../droits';
import { ActionsModele } from './ActionsModele';

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

function Auteur({ qui, quand }: { qui: string; quand: string }): JSX.Element {
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography>{qui}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {formatInstant(quand)}
      </Typography>
    </Flex>
  );
}

function listColonnes(typeContact: TypeContact): ColonneTableau<LigneModele>[] {
  const objet: ColonneTableau<LigneModele> = {
    cle: 'objet',
    titre: 'Objet',
    valeur: (modele) => modele.objet,
  };
  return [
    {
      cle: 'nom',
      titre: 'Nom du modèle',
      valeur: (modele) => modele.nom,
      cellule: (modele) => (
        <Typography fontWeight="semiBold" tag={Link} to={modele.documentId} textColor="primary700">
          {modele.nom}
        </Typography>
      ),
    },
    ...(typeContact === 'sms' ? [] : [objet]),
    {
      cle: 'creeLe',
      titre: 'Créé par le',
      valeur: (modele) => `${modele.creeLe} ${modele.creePar}`,
      cellule: ({ creePar, creeLe }) => <Auteur qui={creePar} quand={creeLe} />,
    },
    {
      cle: 'modifieLe',
      titre: 'Modifié par le',
      valeur: (modele) => `${modele.modifieLe} ${modele.modifiePar}`,
      cellule: ({ modifiePar, modifieLe }) => <Auteur qui={modifiePar} quand={modifieLe} />,
    },
    {
      cle: 'destinataires',
      titre: 'Type destinataire',
      valeur: ({ destinataires }) =>
        destinataires.map((type) => LIBELLES_TYPE_DESTINATAIRE[type]).join(', '),
    },
    {
      cle: 'modalites',
      titre: 'Modalité d’envoi',
      valeur: ({ modalites }) =>
        modalites.map((modalite) => LIBELLES_MODALITE[modalite]).join(', '),
    },
    {
      cle: 'inactif',
      titre: 'Statut',
      valeur: ({ inactif }) => (inactif ? 'inactif' : 'actif'),
      cellule: ({ inactif }) => <Badge active={!inactif}>{inactif ? 'inactif' : 'actif'}</Badge>,
    },
  ];
}

/** Guide §5.a: the list of one type of contact, with who wrote what, for whom, and what it may serve. */
export default function Modeles({ typeContact }: Props): JSX.Element {
  const modeles = useListModelesQuery(typeContact);
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
          <Tableau
            nom={TITRES[typeContact]}
            unite="modèle"
            lignes={lignes}
            colonnes={listColonnes(typeContact)}
            tri={{ cle: 'modifieLe', croissant: false }}
            actions={(modele) => <ActionsModele modele={modele} droits={droits} />}
            vide={{ titre: 'Aucun modèle pour l’instant : créez le premier.', action: creer }}
          />
        )}
      </Requete>
    </PageModule>
  );
}
