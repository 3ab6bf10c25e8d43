import { Badge, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
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
import type { ColonneTableau } from '../../../components/Tableau';
import { useEcranLarge } from '../../../components/useEcranLarge';
import { formatInstant } from '../../../components/texte';
import { describeSignet } from '../../../redaction/describe-signet';

/** Lines of a cell: as many as the width asks for. */
const Cellule = styled.div`
  min-width: 9rem;
  max-width: 24rem;
  padding: 2px 0;
  white-space: normal;
  overflow-wrap: break-word;
`;

const CelluleNom = styled(Cellule)`
  min-width: 14rem;
`;

const Statut = styled(Badge)`
  white-space: nowrap;
`;

const CelluleModalites = styled(Cellule)`
  min-width: 14rem;
`;

interface Ecriture {
  qui: string;
  quand: string;
}

/** « créé par ACCÈS Témoin le 20/11/2026 », what the line above says already left out. */
function phraseCreation(cree: Ecriture, { qui }: Ecriture): string {
  const par = cree.qui === qui ? '' : ` par ${cree.qui}`;
  return `créé${par} le ${formatInstant(cree.quand)}`;
}

function Auteur({ qui, quand, cree }: Ecriture & { cree?: Ecriture | null }): JSX.Element {
  return (
    <Cellule>
      <Typography variant="pi" tag="p">
        {qui}
      </Typography>
      <Typography variant="pi" tag="p" textColor="neutral600">
        {formatInstant(quand)}
      </Typography>
      {cree === undefined || cree === null || cree.quand === quand ? null : (
        <Typography variant="pi" tag="p" textColor="neutral600">
          {phraseCreation(cree, { qui, quand })}
        </Typography>
      )}
    </Cellule>
  );
}

function Liste(props: { noms: readonly string[]; large?: boolean }): JSX.Element {
  const { noms, large = false } = props;
  const Cadre = large ? CelluleModalites : Cellule;
  return (
    <Cadre>
      {noms.map((nom) => (
        <Typography key={nom} variant="pi" tag="p">
          {nom}
        </Typography>
      ))}
    </Cadre>
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

/** On a narrow screen it says the creation too. */
const modifie = (avecCreation: boolean): ColonneTableau<LigneModele> => ({
  cle: 'modifieLe',
  titre: 'Modifié par le',
  valeur: (modele) => `${modele.modifieLe} ${modele.modifiePar} ${modele.creePar}`,
  cellule: ({ modifiePar, modifieLe, creePar, creeLe }) => (
    <Auteur
      qui={modifiePar}
      quand={modifieLe}
      cree={avecCreation ? { qui: creePar, quand: creeLe } : null}
    />
  ),
});

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
    cellule: (modele) => <Liste noms={listModalites(modele)} large />,
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
export function useColonnes(typeContact: TypeContact): ColonneTableau<LigneModele>[] {
  const avecCreation = useEcranLarge(1400);
  const avecModification = useEcranLarge(1240);
  const avecObjet = useEcranLarge(1600);
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
    ...(avecModification ? [modifie(!avecCreation)] : []),
    ...RESTE.filter(({ cle }) => cle !== 'modalites' || avecModalites),
  ];
}
