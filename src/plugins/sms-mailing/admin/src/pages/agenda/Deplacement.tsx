import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import type { JSX } from 'react';
import { moveJour, todayOf, type VueAgenda } from './periode';
import type { ChangeAgenda } from './useAdresseAgenda';

interface Props {
  vue: VueAgenda;
  jour: string;
  titre: string;
  charge: boolean;
  onChange: ChangeAgenda;
}

const VUES: Readonly<Record<VueAgenda, string>> = { semaine: 'Semaine', mois: 'Mois' };
const PAS: Readonly<Record<VueAgenda, [avant: string, apres: string]>> = {
  semaine: ['Semaine précédente', 'Semaine suivante'],
  mois: ['Mois précédent', 'Mois suivant'],
};

/** By week or by month, and from one to the next. */
export function Deplacement({ vue, jour, titre, charge, onChange }: Props): JSX.Element {
  const [avant, apres] = PAS[vue];
  return (
    <Flex gap={3} wrap="wrap">
      <Flex gap={1} role="group" aria-label="Vue">
        {(Object.keys(VUES) as VueAgenda[]).map((une) => (
          <Button
            key={une}
            variant={une === vue ? 'secondary' : 'tertiary'}
            aria-pressed={une === vue}
            onClick={() => {
              onChange({ vue: une, jour });
            }}
          >
            {VUES[une]}
          </Button>
        ))}
      </Flex>
      <Button
        variant="tertiary"
        onClick={() => {
          onChange({ jour: todayOf(new Date()) });
        }}
      >
        Aujourd’hui
      </Button>
      <Flex gap={1}>
        <IconButton
          label={avant}
          onClick={() => {
            onChange({ jour: moveJour(vue, jour, -1) });
          }}
        >
          <ChevronLeft />
        </IconButton>
        <IconButton
          label={apres}
          onClick={() => {
            onChange({ jour: moveJour(vue, jour, 1) });
          }}
        >
          <ChevronRight />
        </IconButton>
      </Flex>
      <Typography variant="delta" tag="h2" aria-live="polite" aria-busy={charge}>
        {titre}
      </Typography>
    </Flex>
  );
}
