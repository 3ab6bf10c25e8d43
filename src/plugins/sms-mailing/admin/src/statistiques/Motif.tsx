import type { JSX } from 'react';
import { useTheme } from 'styled-components';

/** In the order of the séries: a drawing each, for who does not tell the colours apart. */
const TRAITS = [null, 'M-2 2l4-4M0 8l8-8M6 10l4-4', 'M2 2h2v2h-2z', 'M0 2h8M0 6h8'] as const;
const COTE = 8;

/** Colours of the theme, light or dark. */
export function useTeintes(): readonly string[] {
  const { colors } = useTheme();
  return [colors.primary600, colors.warning600, colors.success600, colors.danger600];
}

interface Props {
  id: string;
  rang: number;
}

/** For the `defs` of an SVG: what fills the bars of one série. */
export function Motif({ id, rang }: Props): JSX.Element {
  const { colors } = useTheme();
  const couleur = useTeintes()[rang];
  const trait = TRAITS[rang] ?? null;
  return (
    <pattern id={id} width={COTE} height={COTE} patternUnits="userSpaceOnUse">
      <rect width={COTE} height={COTE} fill={trait === null ? couleur : colors.neutral0} />
      {trait === null ? null : <path d={trait} stroke={couleur} strokeWidth={2} fill="none" />}
    </pattern>
  );
}
