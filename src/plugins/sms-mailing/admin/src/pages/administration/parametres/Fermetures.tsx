import { Button, Flex, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { ChampJour } from '../../../components/ChampJour';
import { formatJour } from '../../../components/texte';

interface Props {
  jours: readonly string[];
  onJours: (jours: string[]) => void;
}

/** Days on which the association is closed: no promotion leaves. */
export function Fermetures({ jours, onJours }: Props): JSX.Element {
  const [jour, setJour] = useState('');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} alignItems="flex-end">
        <ChampJour nom="fermeture" libelle="Jours de fermeture" jour={jour} onJour={setJour} />
        <Button
          variant="secondary"
          disabled={jour === '' || jours.includes(jour)}
          onClick={() => {
            onJours([...jours, jour].sort());
            setJour('');
          }}
        >
          Ajouter
        </Button>
      </Flex>
      {jours.length === 0 ? (
        <Typography variant="pi" textColor="neutral600">
          Aucun : les promotions suivent les jours ci-dessus.
        </Typography>
      ) : (
        <Flex gap={2} wrap="wrap">
          {jours.map((ferme) => (
            <Tag
              key={ferme}
              icon={<Cross aria-label={`Retirer le ${formatJour(ferme)}`} />}
              onClick={() => {
                onJours(jours.filter((autre) => autre !== ferme));
              }}
            >
              {formatJour(ferme)}
            </Tag>
          ))}
        </Flex>
      )}
    </Flex>
  );
}
