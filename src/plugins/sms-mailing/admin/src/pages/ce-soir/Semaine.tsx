import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LigneSemaine } from '../../../../core/api/soiree';
import { formatNombre } from '../../components/texte';

interface Props {
  semaine: readonly LigneSemaine[];
  soir: string;
  onSoir: (soir: string) => void;
}

const JOUR = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** « jeu. 3 » */
const formatCourt = (soir: string): string => JOUR.format(new Date(`${soir}T12:00:00Z`));

/** The next evening and the seven that follow, each with its number once it is counted; one is open. */
export function Semaine({ semaine, soir, onSoir }: Props): JSX.Element {
  return (
    <Box tag="nav" aria-label="Soirs à venir">
      <Flex gap={2} wrap="wrap">
        {semaine.map((ligne) => (
          <Button
            key={ligne.soir}
            size="S"
            variant={ligne.soir === soir ? 'secondary' : 'tertiary'}
            aria-current={ligne.soir === soir ? 'date' : undefined}
            onClick={() => {
              onSoir(ligne.soir);
            }}
          >
            <Typography variant="pi" textColor="inherit">
              {formatCourt(ligne.soir)} :{' '}
              {ligne.compte === null ? (
                'compte en cours'
              ) : (
                <strong>{formatNombre(ligne.compte.personnes)}</strong>
              )}
            </Typography>
          </Button>
        ))}
      </Flex>
    </Box>
  );
}
