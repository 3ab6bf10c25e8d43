import { Grid } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';

interface Props {
  /** Of the twelve columns of a `Grid.Root`. */
  colonnes: number;
  /** The same on a tablet; a telephone gives the whole width. */
  tablette?: number;
  children: ReactNode;
}

/** One field of a grid, as wide as its cell. */
export function CaseGrille({ colonnes, tablette = 12, children }: Props): JSX.Element {
  return (
    <Grid.Item col={colonnes} s={tablette} xs={12} direction="column" alignItems="stretch">
      {children}
    </Grid.Item>
  );
}
