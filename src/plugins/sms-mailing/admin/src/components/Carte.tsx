import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';

interface Props {
  titre: string;
  /** What this group is for, in one sentence. */
  aide?: string;
  children: ReactNode;
}

/** One group of a page, under its title. */
export function Carte({ titre, aide, children }: Props): JSX.Element {
  return (
    <Box
      tag="section"
      background="neutral0"
      padding={6}
      hasRadius
      shadow="tableShadow"
      width="100%"
      aria-label={titre}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography tag="h2" variant="delta">
            {titre}
          </Typography>
          {aide === undefined ? null : <Typography textColor="neutral600">{aide}</Typography>}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
}
