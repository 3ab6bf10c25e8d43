import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import type { JSX, ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Tri } from './filter-lignes';

interface Entete {
  cle: string;
  titre: string;
  /** By default it sorts. */
  triable?: boolean;
}

interface Props {
  colonnes: readonly Entete[];
  tri: Tri;
  /** Before the first title: the box that ticks the page. */
  avant?: ReactNode;
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

function Libelle({ titre }: { titre: string }): JSX.Element {
  return (
    <Typography variant="sigma" textColor="neutral600">
      {titre}
    </Typography>
  );
}

/** Column titles that sort: pressed again, the other way round. */
export function Entetes({ colonnes, tri, avant, avecActions, onTri }: Props): JSX.Element {
  const Fleche = tri.croissant ? CaretUp : CaretDown;
  const sens = tri.croissant ? 'ascending' : 'descending';
  return (
    <thead>
      <tr>
        {avant === undefined ? null : <th scope="col">{avant}</th>}
        {colonnes.map(({ cle, titre, triable = true }) =>
          triable ? (
            <th key={cle} scope="col" aria-sort={tri.cle === cle ? sens : 'none'}>
              <Titre
                type="button"
                onClick={() => {
                  onTri(cle);
                }}
              >
                <Flex gap={1}>
                  <Libelle titre={titre} />
                  {tri.cle === cle ? <Fleche aria-hidden fill="neutral600" /> : null}
                </Flex>
              </Titre>
            </th>
          ) : (
            <th key={cle} scope="col">
              <Libelle titre={titre} />
            </th>
          )
        )}
        {avecActions ? (
          <th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}
