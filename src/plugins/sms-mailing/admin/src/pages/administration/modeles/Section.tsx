import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type JSX, type ReactNode } from 'react';

interface Props {
  titre: string;
  children: ReactNode;
}

/** A sheet of the page, under its title. */
export function Section({ titre, children }: Props): JSX.Element {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography id={id} tag="h2" variant="delta">
          {titre}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}
