import { Flex } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import { styled } from 'styled-components';

interface Props {
  formulaire: ReactNode;
  apercu: ReactNode;
}

const Grille = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 24px;
  align-items: start;

  @media (min-width: 1240px) {
    grid-template-columns: minmax(0, 1.2fr) minmax(340px, 1fr);
  }
`;

const Colonne = styled.div`
  @media (min-width: 1240px) {
    position: sticky;
    /* Under the title, which stays in view. */
    top: 72px;
    max-height: calc(100vh - 88px);
    overflow-y: auto;
  }
`;

/** Side by side where there is room; the preview below on a tablet. */
export function Disposition({ formulaire, apercu }: Props): JSX.Element {
  return (
    <Grille>
      <Flex direction="column" alignItems="stretch" gap={6}>
        {formulaire}
      </Flex>
      <Colonne>{apercu}</Colonne>
    </Grille>
  );
}
