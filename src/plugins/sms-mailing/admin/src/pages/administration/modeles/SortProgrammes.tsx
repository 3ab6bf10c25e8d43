import { Radio } from '@strapi/design-system';
import type { JSX } from 'react';
import { pluralize } from '../../../components/texte';

/** Decision B9: null until it has been said. */
export type Sort = 'annuler' | 'garder' | null;

interface Props {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

/** What the button that confirms will do, in its own words. */
export function nameSort(sort: Sort, programmes: number): string {
  if (sort === 'annuler') {
    return `Rendre inactif et annuler ${pluralize(programmes, 'envoi')}`;
  }
  return sort === 'garder'
    ? `Rendre inactif, laisser partir ${pluralize(programmes, 'envoi')}`
    : 'Rendre inactif';
}

/** Decision B9: what becomes of the messages programmed with a modèle that goes inactive. Nothing is presumed. */
export function SortProgrammes({ sort, onSort }: Props): JSX.Element {
  return (
    <Radio.Group
      aria-label="Les envois déjà programmés"
      value={sort ?? ''}
      onValueChange={(valeur) => {
        onSort(valeur === 'annuler' ? 'annuler' : 'garder');
      }}
    >
      <Radio.Item value="garder">Les laisser partir à l’heure prévue</Radio.Item>
      <Radio.Item value="annuler">Annuler ces envois : rien ne partira</Radio.Item>
    </Radio.Group>
  );
}
