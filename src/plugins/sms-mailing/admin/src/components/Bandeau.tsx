import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { JSX, ReactNode } from 'react';

interface Props {
  danger?: boolean;
  children: ReactNode;
}

/** Something to know before going on; red when it stops somebody. */
export function Bandeau({ danger = false, children }: Props): JSX.Element {
  const couleur = danger ? 'danger' : 'warning';
  return (
    <Flex gap={3} alignItems="flex-start" padding={3} hasRadius background={`${couleur}100`}>
      <WarningCircle aria-hidden fill={`${couleur}600`} style={{ flexShrink: 0, marginTop: 2 }} />
      <Box flex="1">
        <Typography variant="pi" textColor={danger ? 'danger700' : 'neutral800'}>
          {children}
        </Typography>
      </Box>
    </Flex>
  );
}
