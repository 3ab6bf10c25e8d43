import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { GENRES } from './genres';

/** What the colours say; each is also said in words where it stands. */
export function Legende(): JSX.Element {
  return (
    <Flex gap={4} wrap="wrap" tag="ul" aria-label="Couleurs de l’agenda">
      {Object.entries(GENRES).map(([genre, { libelle, fond, bord }]) => (
        <Flex key={genre} tag="li" gap={2}>
          <Box
            width="1.2rem"
            height="1.2rem"
            background={fond}
            borderColor={bord}
            borderRadius="0.2rem"
            aria-hidden
          />
          <Typography variant="pi" textColor="neutral600">
            {libelle}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}
