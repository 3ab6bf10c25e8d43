import { Box } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import { styled } from 'styled-components';

interface Props {
  /** What it lists, for a screen reader. */
  nom: string;
  children: ReactNode;
}

const Grille = styled.table`
  width: 100%;
  border-collapse: collapse;

  & th,
  & td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
    text-align: left;
    vertical-align: middle;
    font-size: ${({ theme }) => theme.fontSizes[2]};
    color: ${({ theme }) => theme.colors.neutral800};
    white-space: nowrap;
  }

  & thead th {
    height: 4.4rem;
    padding-block: 0;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.1rem;
    text-transform: uppercase;
  }

  /* A row may begin with its own title. */
  & tr > :first-child {
    padding-inline: ${({ theme }) => theme.spaces[1]};
  }

  @media (max-width: 1279px) {
    & th,
    & td {
      padding-inline: ${({ theme }) => theme.spaces[2]};
      white-space: normal;
      overflow-wrap: anywhere;
    }

    & th {
      overflow-wrap: normal;
    }
  }

  /* On a tablet, a column a letter wide is not read: the table scrolls instead. */
  @media (max-width: 1079px) {
    & td {
      overflow-wrap: break-word;
    }
  }

  & thead,
  & tbody tr:not(:last-of-type) {
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/**
 * A table as HTML means it, with the looks of Strapi's. Strapi's own takes every key pressed in a cell of several
 * buttons, and in the dialogs opened from it: neither Enter nor Escape nor Tab then do what they should.
 */
export function TableHtml({ nom, children }: Props): JSX.Element {
  return (
    <Box
      shadow="tableShadow"
      hasRadius
      background="neutral0"
      borderColor="neutral150"
      paddingLeft={6}
      paddingRight={6}
      overflow="auto"
    >
      <Grille aria-label={nom}>{children}</Grille>
    </Box>
  );
}
