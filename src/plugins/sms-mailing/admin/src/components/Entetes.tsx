import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import type { JSX } from 'react';
import { styled } from 'styled-components';
import type { Colonne, Tri } from './filter-lignes';

interface Props<L> {
  colonnes: readonly Colonne<L>[];
  tri: Tri;
  avecActions: boolean;
  onTri: (cle: string) => void;
}

const Titre = styled.button`
  all: unset;
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** Column titles that sort: pressed again, the other way round. */
export function Entetes<L>({ colonnes, tri, avecActions, onTri }: Props<L>): JSX.Element {
  const Fleche = tri.croissant ? CaretUp : CaretDown;
  return (
    <thead>
      <tr>
        {colonnes.map(({ cle, titre }) => (
          <th
            key={cle}
            scope="col"
            aria-sort={tri.cle === cle ? (tri.croissant ? 'ascending' : 'descending') : 'none'}
          >
            <Titre
              type="button"
              onClick={() => {
                onTri(cle);
              }}
            >
              <Flex gap={1}>
                <Typography variant="sigma" textColor="neutral600">
                  {titre}
                </Typography>
                {tri.cle === cle ? <Fleche aria-hidden fill="neutral600" /> : null}
              </Flex>
            </Titre>
          </th>
        ))}
        {avecActions ? (
          <th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}
