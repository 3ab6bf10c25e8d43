import { IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { JSX } from 'react';

interface Props {
  /** « Supprimer « Rappel » ». */
  libelle: string;
  /** Why it cannot: said by its label, on hover and to the keyboard. */
  empeche?: string | null;
  taille?: 'S' | 'M';
  onClick: () => void;
}

/** A bin that works is red, one that cannot is grey. */
export function Corbeille({ libelle, empeche = null, taille = 'M', onClick }: Props): JSX.Element {
  return (
    <IconButton
      label={empeche ?? libelle}
      size={taille}
      variant="ghost"
      // Truly disabled, it would keep its reason to itself.
      aria-disabled={empeche !== null}
      onClick={() => {
        if (empeche === null) {
          onClick();
        }
      }}
    >
      <Trash fill={empeche === null ? 'danger600' : 'neutral300'} />
    </IconButton>
  );
}
