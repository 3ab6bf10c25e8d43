import { Box, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { Flottant } from './Flottant';
import { ListeEntrees } from './ListeEntrees';
import type { EtatRedaction } from './useRedaction';

/** The catalogue that opens under `${`, while the text keeps the focus. */
export function Suggestions({ etat }: { etat: EtatRedaction }): JSX.Element | null {
  const { suggestion, idListe, closeSuggestion } = etat;
  if (suggestion === null) {
    return null;
  }
  return (
    <Flottant
      place={suggestion.place}
      nom="Signets proposés"
      largeur="42rem"
      focus={false}
      onFermer={closeSuggestion}
    >
      <Box maxHeight="30rem" overflow="auto">
        <ListeEntrees
          id={idListe}
          entrees={suggestion.entrees}
          actif={suggestion.actif}
          onChoose={suggestion.choose}
        />
      </Box>
      <Typography variant="pi" textColor="neutral600" tag="p" padding={3}>
        Flèches pour choisir, Entrée pour insérer.
      </Typography>
    </Flottant>
  );
}
