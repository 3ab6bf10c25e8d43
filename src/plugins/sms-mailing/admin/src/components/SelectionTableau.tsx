import { Checkbox, Flex, TextButton, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { formatNombre, pluralize } from './texte';
import type { SelectionCochee } from './useSelection';

/** How the lines of a table are ticked. */
export interface SelectionTableau<L> {
  isCochee: (ligne: L) => boolean;
  onCoche: (lignes: readonly L[], oui: boolean) => void;
  onTout: (oui: boolean) => void;
  /** What the box of a line says to a screen reader: « PALMER Julien ». */
  nomOf: (ligne: L) => string;
  tout: boolean;
  compte: number;
  /** What « tout cocher » reaches. */
  total: number;
}

interface Lignes<L, Id> {
  idOf: (ligne: L) => Id;
  nomOf: (ligne: L) => string;
  total: number;
}

/** The ticks of `useSelection`, for the lines of a table. */
export function tickLignes<L, Id>(
  selection: SelectionCochee<Id>,
  { idOf, nomOf, total }: Lignes<L, Id>
): SelectionTableau<L> {
  return {
    isCochee: (ligne) => selection.isCoche(idOf(ligne)),
    onCoche: (lignes, oui) => {
      selection.coche(lignes.map(idOf), oui);
    },
    onTout: (oui) => {
      if (oui) {
        selection.cocheTout();
      } else {
        selection.decocheTout();
      }
    },
    nomOf,
    tout: 'tous' in selection.coches,
    compte: selection.compte(total),
    total,
  };
}

interface PageProps<L> {
  de: SelectionTableau<L>;
  lignes: readonly L[];
}

/** The box above the first column: the lines in sight. */
export function CasePage<L>({ de, lignes }: PageProps<L>): JSX.Element {
  const cochees = lignes.filter(de.isCochee).length;
  const toutes = cochees === lignes.length && lignes.length > 0;
  return (
    <Checkbox
      aria-label="Cocher les lignes de cette page"
      checked={toutes ? true : cochees > 0 ? 'indeterminate' : false}
      onCheckedChange={() => {
        de.onCoche(lignes, !toutes);
      }}
    />
  );
}

interface BarreProps<L> {
  de: SelectionTableau<L>;
  unite: string;
  unites?: string | undefined;
}

/** Guide §7.b « Tout cocher »: every page, and how many that makes. */
export function BarreSelection<L>({ de, unite, unites }: BarreProps<L>): JSX.Element {
  const { compte, total, tout } = de;
  const pluriel = unites ?? `${unite}s`;
  return (
    <Flex gap={4} wrap="wrap" background="primary100" padding={3} hasRadius>
      <Checkbox
        checked={tout ? (compte === total ? true : 'indeterminate') : false}
        disabled={total === 0}
        onCheckedChange={() => {
          de.onTout(!tout || compte < total);
        }}
      >
        {total > 1
          ? `Tout cocher : les ${formatNombre(total)} ${pluriel} de toutes les pages`
          : `Tout cocher : ${pluralize(total, unite, unites)}`}
      </Checkbox>
      <Typography fontWeight="bold" role="status">
        {pluralize(compte, `${unite} cochée`, `${pluriel} cochées`)}
        {tout && compte < total ? ` (toutes sauf ${formatNombre(total - compte)})` : ''}
      </Typography>
      {compte === 0 ? null : (
        <TextButton
          onClick={() => {
            de.onTout(false);
          }}
        >
          Tout décocher
        </TextButton>
      )}
    </Flex>
  );
}
