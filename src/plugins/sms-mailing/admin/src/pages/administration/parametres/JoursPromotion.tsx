import { Checkbox, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Parametres } from '../../../../../core/parametres';

type HeuresPromotion = Parametres['heuresPromotion'];

interface Props {
  heuresPromotion: HeuresPromotion;
  erreur: string | undefined;
  onChange: (changement: Partial<HeuresPromotion>) => void;
}

const TITRE = 'Jours où un SMS de promotion peut partir';
const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** Decision B13: one box a day, 1 being Monday. */
export function JoursPromotion({ heuresPromotion, erreur, onChange }: Props): JSX.Element {
  const { jours, joursFeries, alsaceMoselle } = heuresPromotion;
  const tick = (jour: number, coche: boolean): void => {
    const autres = jours.filter((choisi) => choisi !== jour);
    onChange({ jours: (coche ? [...autres, jour] : autres).sort((a, b) => a - b) });
  };
  return (
    <Flex role="group" aria-label={TITRE} direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi" fontWeight="bold">
        {TITRE}
      </Typography>
      <Flex gap={5} wrap="wrap">
        {JOURS.map((nom, i) => (
          <Checkbox
            key={nom}
            checked={jours.includes(i + 1)}
            onCheckedChange={(coche: boolean | 'indeterminate') => {
              tick(i + 1, coche === true);
            }}
          >
            {nom}
          </Checkbox>
        ))}
        <Checkbox
          checked={joursFeries}
          onCheckedChange={(coche: boolean | 'indeterminate') => {
            onChange({ joursFeries: coche === true });
          }}
        >
          aussi les jours fériés
        </Checkbox>
        <Checkbox
          checked={alsaceMoselle}
          disabled={joursFeries}
          onCheckedChange={(coche: boolean | 'indeterminate') => {
            onChange({ alsaceMoselle: coche === true });
          }}
        >
          nous sommes en Alsace-Moselle : le Vendredi saint et le 26 décembre sont fériés
        </Checkbox>
      </Flex>
      {erreur === undefined ? null : (
        <Typography variant="pi" textColor="danger600" role="alert">
          {erreur}
        </Typography>
      )}
    </Flex>
  );
}
