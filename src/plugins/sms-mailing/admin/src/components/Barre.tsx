import { Box } from '@strapi/design-system';
import type { JSX } from 'react';

interface Props {
  /** What the bar measures, said in words with its figures. */
  libelle: string;
  /** From 0 to 1. */
  part: number;
  hauteur?: string;
  /** Orange; by default under a tenth. */
  alerte?: boolean;
}

/** A share, as a bar. */
export function Barre({ libelle, part, hauteur = '0.8rem', ...props }: Props): JSX.Element {
  const pourcent = Math.round(100 * Math.min(1, Math.max(0, part)));
  const alerte = props.alerte ?? pourcent <= 10;
  return (
    <Box
      role="meter"
      aria-label={libelle}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={pourcent}
      width="100%"
      height={hauteur}
      background="neutral200"
      borderRadius="0.4rem"
      overflow="hidden"
    >
      <Box
        width={`${String(pourcent)}%`}
        height="100%"
        background={alerte ? 'warning500' : 'primary600'}
      />
    </Box>
  );
}
