import { Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { MemeSoir as Rencontre } from '../../../../../core/api/envois-automatiques';
import { pluralize } from '../../../components/texte';
import { Signe } from './Signe';

interface Props {
  rencontres: readonly Rencontre[];
  /** « ce soir », « demain ». */
  quand: string;
}

/** « Rappel SMS » (3 personnes ce soir) */
function nommer({ modele, personnes }: Rencontre, quand: string): string {
  const combien = personnes === 0 ? '' : ` (${pluralize(personnes, 'personne')} ${quand})`;
  return `« ${modele} »${combien}`;
}

/** The conflict that the list shows afterwards, told while the rule can still be written otherwise. */
export function MemeSoir({ rencontres, quand }: Props): JSX.Element | null {
  if (rencontres.length === 0) {
    return null;
  }
  const noms = rencontres.map((rencontre) => nommer(rencontre, quand)).join(', ');
  const deuxFois = rencontres.some(({ memeModele }) => memeModele);
  return (
    <Flex gap={2} alignItems="flex-start">
      <Signe aria-hidden fill="warning600" />
      <Typography variant="pi" textColor="neutral800">
        {rencontres.length === 1 ? 'Deux envois' : 'Plusieurs envois'} le même soir : {noms}{' '}
        {rencontres.length === 1 ? 'part' : 'partent'} aussi aux mêmes participants, pour la même
        action.{' '}
        {deuxFois ? 'Ils recevraient deux fois le même modèle : est-ce voulu ?' : 'Est-ce voulu ?'}
      </Typography>
    </Flex>
  );
}
