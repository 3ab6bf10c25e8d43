import { Radio } from '@strapi/design-system';
import type { JSX } from 'react';

interface Props {
  annuler: boolean;
  onAnnuler: (annuler: boolean) => void;
}

/** Decision B9: what becomes of the messages programmed with a modèle that goes inactive. */
export function SortProgrammes({ annuler, onAnnuler }: Props): JSX.Element {
  return (
    <Radio.Group
      aria-label="Les envois déjà programmés"
      value={annuler ? 'annuler' : 'garder'}
      onValueChange={(valeur) => {
        onAnnuler(valeur === 'annuler');
      }}
    >
      <Radio.Item value="annuler">Annuler ces envois : rien ne partira</Radio.Item>
      <Radio.Item value="garder">Les laisser partir à l’heure prévue</Radio.Item>
    </Radio.Group>
  );
}
