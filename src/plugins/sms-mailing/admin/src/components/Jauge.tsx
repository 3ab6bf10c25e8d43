import type { JSX } from 'react';
import { styled } from 'styled-components';

interface Props {
  nom: string;
  /** Of 1; beyond, the gauge is full. */
  part: number;
  /** Full means trouble. */
  alerte?: boolean;
}

const Fond = styled.div`
  overflow: hidden;
  height: 6px;
  border-radius: 3px;
  background: ${({ theme }) => theme.colors.neutral200};
`;

const Plein = styled.div<{ $alerte: boolean }>`
  height: 100%;
  border-radius: 3px;
  background: ${({ theme, $alerte }) =>
    $alerte ? theme.colors.warning600 : theme.colors.primary600};
  transition: width 150ms;
`;

/** A share, as wide as the place it is given. */
export function Jauge({ nom, part, alerte = false }: Props): JSX.Element {
  const pourcent = Math.round(Math.min(1, part) * 100);
  return (
    <Fond
      role="meter"
      aria-label={nom}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={pourcent}
    >
      <Plein $alerte={alerte} style={{ width: `${String(pourcent)}%` }} />
    </Fond>
  );
}
