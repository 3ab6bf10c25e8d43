import { Badge, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { LigneModele } from '../../../../../core/modele';
import { formatSignet, parseSignets } from '../../../../../core/signet';
import {
  LIBELLES_MODALITE,
  LIBELLES_TYPE_DESTINATAIRE,
  modaliteSchema,
  type TypeContact,
} from '../../../../../core/vocabulaire';
import { useListModelesQuery } from '../../../api/modeles';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Tableau, type ColonneTableau } from '../../../components/Tableau';
import { useEcranLarge } from '../../../components/useEcranLarge';
import { formatInstant } from '../../../components/texte';
import { useDroits } from '../../../droits';
import { describeSignet } from '../../../redaction/describe-signet';
import { ActionsModele } from './ActionsModele';
import { FiltresModeles } from './FiltresModeles';
import { filterModeles, SANS_FILTRE } from './filtre-modeles';

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

/** Lines of a cell: as many as the width asks for. */
const Cellule = styled.div`
  min-width: 9rem;
  max-width: 24rem;
  padding: 8px 0;
  white-space: normal;
  overflow-wrap: break-word;
`;

const CelluleNom = styled(Cellule)`
  min-width: 14rem;
`;

const Statut = styled(Badge)`
  white-space: nowrap;
`;

function Auteur({ qui, quand }: { qui: string; quand: string }): JSX.Element {
  return (
    <Cellule>
      <Typography variant="pi" tag="p">
        {qui}
      </Typography>
      <Typography variant="pi" tag="p" textColor="neutral600">
        {formatInstant(quand)}
      </Typography>
    </Cellule>
  );
}

function Liste({ noms }: { noms: readonly string[] }): JSX.Element {
  return (
    <Cellule>
      {noms.map((nom) => (
        <Typography key={nom} variant="pi" tag="p">
          {nom}
        </Typography>
      ))}
    </Cellule>
  );
}

/** An objet as the editor shows it: signets by their names. */
function nameSignets(objet: string): string {
  return parseSignets(objet)
    .map((morceau) =>
      typeof morceau === 'string' ? morceau : `[${describeSignet(formatSignet(morceau)).libelle}]`
    )
    .join('');
}

function Nom({ modele, avecObjet }: { modele: LigneModele; avecObjet: boolean }): JSX.Element {
  return (
    <CelluleNom>
      <Typography fontWeight="semiBold" tag={Link} to={modele.documentId} textColor="primary700">
        {modele.nom}
      </Typography>
      {avecObjet ? (
        <Typography variant="pi" tag="p" textColor="neutral600">
          {nameSignets(modele.objet)}
        </Typography>
      ) : null}
    </CelluleNom>
  );
}

const OBJET: ColonneTableau<LigneModele> = {
  cle: 'objet',
  titre: 'Objet',
  valeur: ({ objet }) => nameSignets(objet),
  cellule: ({ objet }) => (
    <Cellule>
      <Typography>{nameSignets(objet)}</Typography>
    </Cellule>
  ),
};

const CREE: ColonneTableau<LigneModele> = {
  cle: 'creeLe',
  titre: 'Créé par le',
  valeur: (modele) => `${modele.creeLe} ${modele.creePar}`,
  cellule: ({ creePar, creeLe }) => <Auteur qui={creePar} quand={creeLe} />,
};

const MODIFIE: ColonneTableau<LigneModele> = {
  cle: 'modifieLe',
  titre: 'Modifié par le',
  valeur: (modele) => `${modele.modifieLe} ${modele.modifiePar}`,
  cellule: ({ modifiePar, modifieLe }) => <Auteur qui={modifiePar} quand={modifieLe} />,
};

function listDestinataires({ destinataires }: LigneModele): string[] {
  return destinataires.map((type) => LIBELLES_TYPE_DESTINATAIRE[type]);
}

function listModalites({ modalites }: LigneModele): string[] {
  return modalites.length === modaliteSchema.options.length
    ? ['Toutes']
    : modalites.map((modalite) => LIBELLES_MODALITE[modalite]);
}

const RESTE: readonly ColonneTableau<LigneModele>[] = [
  {
    cle: 'destinataires',
    titre: 'Type destinataire',
    valeur: (modele) => listDestinataires(modele).join(', '),
    cellule: (modele) => <Liste noms={listDestinataires(modele)} />,
  },
  {
    cle: 'modalites',
    titre: 'Modalité d’envoi',
    valeur: (modele) => listModalites(modele).join(', '),
    cellule: (modele) => <Liste noms={listModalites(modele)} />,
  },
  {
    cle: 'inactif',
    titre: 'Statut',
    valeur: ({ inactif }) => (inactif ? 'inactif' : 'actif'),
    cellule: ({ inactif }) => (
      <Statut
        backgroundColor={inactif ? 'neutral150' : 'success100'}
        textColor={inactif ? 'neutral700' : 'success700'}
      >
        {inactif ? 'inactif' : 'actif'}
      </Statut>
    ),
  },
];

/** The guide's columns; on a narrow screen the objet goes under the name, and who wrote it makes room. */
function useColonnes(typeContact: TypeContact): ColonneTableau<LigneModele>[] {
  const avecCreation = useEcranLarge(1700);
  const avecModification = useEcranLarge(1240);
  const avecObjet = useEcranLarge(1500);
  const avecModalites = useEcranLarge(1000);
  const hasObjet = typeContact !== 'sms';
  return [
    {
      cle: 'nom',
      titre: 'Nom du modèle',
      valeur: (modele) => modele.nom,
      cellule: (modele) => <Nom modele={modele} avecObjet={hasObjet && !avecObjet} />,
    },
    ...(hasObjet && avecObjet ? [OBJET] : []),
    ...(avecCreation ? [CREE] : []),
    ...(avecModification ? [MODIFIE] : []),
    ...RESTE.filter(({ cle }) => cle !== 'modalites' || avecModalites),
  ];
}

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
        )}
      </Requete>
    </PageModule>
  );
}
