import { Box, Typography } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import { styled } from 'styled-components';

interface Props {
  /** What is said, and its value. */
  lignes: readonly (readonly [libelle: string, valeur: ReactNode])[];
  /** Over the whole width, below. */
  children?: ReactNode;
}

const Liste = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(28rem, 1fr));
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[6]}`};

  & > div {
    display: flex;
    gap: ${({ theme }) => theme.spaces[2]};
  }

  & dt {
    flex-shrink: 0;
  }
`;

/** The head of a fiche, as the guide has it: « Référent : … », « Adresse : … ». */
export function Entete({ lignes, children }: Props): JSX.Element {
  return (
    <Box background="neutral0" padding={5} hasRadius shadow="tableShadow">
      <Liste>
        {lignes.map(([libelle, valeur]) => (
          <div key={libelle}>
            <Typography tag="dt" textColor="neutral600">
              {libelle} :
            </Typography>
            <Typography tag="dd">{valeur}</Typography>
          </div>
        ))}
      </Liste>
      {children}
    </Box>
  );
}
