import { IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { JSX } from 'react';
import { styled } from 'styled-components';

interface Props {
  /** « Supprimer « Rappel » ». */
  libelle: string;
  /** Why it cannot: said by its label, on hover and to the keyboard. */
  empeche?: string | null;
  taille?: 'S' | 'M';
  onClick: () => void;
  /** What can be done instead. */
  onEmpeche?: (() => void) | null;
}

/** A bin that works is red, one that cannot is pale. Truly disabled, it would keep its reason to itself. */
const Bouton = styled(IconButton)<{ $rouge: boolean }>`
  && {
    border-color: transparent;
    background: transparent;
  }

  && svg path {
    fill: ${({ theme, $rouge }) => theme.colors[$rouge ? 'danger600' : 'neutral300']};
  }
`;

export function Corbeille(props: Props): JSX.Element {
  const { libelle, empeche = null, taille = 'M', onClick, onEmpeche = null } = props;
  return (
    <Bouton
      $rouge={empeche === null}
      label={empeche ?? libelle}
      size={taille}
      variant="ghost"
      aria-disabled={empeche !== null && onEmpeche === null}
      onClick={() => {
        if (empeche === null) {
          onClick();
        } else {
          onEmpeche?.();
        }
      }}
    >
      <Trash />
    </Bouton>
  );
}
