import { styled } from 'styled-components';

/** Dims what answers an earlier question, and says so to a screen reader (`aria-busy`). */
export const Perime = styled.div.attrs<{ $perime: boolean }>(({ $perime }) => ({
  'aria-busy': $perime,
}))<{ $perime: boolean }>`
  transition: opacity 0.15s;
  opacity: ${({ $perime }) => ($perime ? 0.5 : 1)};
`;
