import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { formatNombre } from '../../../components/texte';

interface Props {
  lot: { achetes: number; consommes: number };
}

/** What is left of a package, in figures and as a bar. */
export function Jauge({ lot: { achetes, consommes } }: Props): JSX.Element {
  const reste = achetes - consommes;
  return (
    <Flex gap={3}>
      <Box minWidth="6rem">
        <Typography fontWeight="semiBold">{formatNombre(reste)}</Typography>
      </Box>
      <ProgressBar
        size="S"
        value={Math.round((100 * Math.max(0, reste)) / achetes)}
        aria-label={`${formatNombre(reste)} SMS restants sur ${formatNombre(achetes)}`}
      />
    </Flex>
  );
}
