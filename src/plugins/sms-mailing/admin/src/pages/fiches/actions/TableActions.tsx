import { Badge, Flex, Typography } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import type { LigneAction, Remplissage } from '../../../../../core/api/repertoire';
import { formatDate } from '../../../../../core/horaire';
import { useLazyListActionsQuery } from '../../../api/repertoire';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { LienFiche } from '../LienFiche';

interface Props {
  /** What the page asks besides. */
  filtres: Readonly<Record<string, string>>;
  /** Of the person whose actions they are: her inscription and her présence. */
  avecParticipation?: boolean;
  outils?: ReactNode;
  vide: string;
}

/** « 2(0)/10 » (decision G15): inscrits, surbooking, capacité. */
export function formatRemplissage({ inscrits, surbookes, capacite }: Remplissage): string {
  return `${String(inscrits)}(${String(surbookes)})/${capacite === null ? '–' : String(capacite)}`;
}

/** Guide §3, in its order. */
const COLONNES: readonly ColonneServeur<LigneAction>[] = [
  {
    cle: 'date',
    titre: 'Date',
    triable: true,
    cellule: ({ date }) => <Typography>{formatDate(date)}</Typography>,
  },
  {
    cle: 'de',
    titre: 'de',
    cellule: ({ heureDebut }) => <Typography>{heureDebut}</Typography>,
  },
  { cle: 'a', titre: 'à', cellule: ({ heureFin }) => <Typography>{heureFin}</Typography> },
  {
    cle: 'objet',
    titre: 'Objet',
    triable: true,
    cellule: ({ documentId, objet, annulee }) => (
      <Flex gap={2} wrap="wrap">
        <LienFiche vers={`/actions/${documentId}`}>{objet}</LienFiche>
        {annulee ? <Badge>Annulée</Badge> : null}
      </Flex>
    ),
  },
  {
    cle: 'lieu',
    titre: 'Lieu d’action',
    triable: true,
    cellule: ({ lieu }) => <Typography>{lieu}</Typography>,
  },
  {
    cle: 'intervenant',
    titre: 'Intervenant BGE',
    cellule: ({ intervenant }) => <Typography>{intervenant}</Typography>,
  },
  {
    cle: 'taux',
    titre: 'Taux d’inscription',
    cellule: (ligne) => <Typography>{formatRemplissage(ligne)}</Typography>,
  },
];

const PARTICIPATION: ColonneServeur<LigneAction> = {
  cle: 'participation',
  titre: 'Inscription',
  cellule: ({ participation }) => (
    <Typography>
      {participation === null
        ? ''
        : [participation.statut, participation.presence]
            .filter((mot) => mot !== 'Non saisie')
            .join(', ')}
    </Typography>
  ),
};

/** Actions, the nearest first: those searched for, or those of a person. */
export function TableActions(props: Props): JSX.Element {
  const { filtres, avecParticipation = false, outils, vide } = props;
  const vue = useVueTableau({ tri: { cle: 'proches', croissant: true } });
  const etat = useServeur(useLazyListActionsQuery, {
    ...filtres,
    recherche: vue.recherche,
    tri: vue.tri.cle,
    sens: vue.tri.croissant ? 'asc' : 'desc',
    page: vue.page,
    pageSize: vue.taille,
  });
  return (
    <TableauServeur
      nom="Actions"
      unite="action"
      vue={vue}
      de={etat}
      cleOf={({ documentId }) => documentId}
      colonnes={avecParticipation ? [...COLONNES, PARTICIPATION] : COLONNES}
      filtres={outils}
      vide={{ titre: vide }}
    />
  );
}
