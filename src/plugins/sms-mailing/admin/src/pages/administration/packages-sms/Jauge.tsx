import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { Barre } from '../../../components/Barre';
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
      <Box minWidth="10rem" flex="1">
        <Barre
          part={reste / achetes}
          libelle={`${formatNombre(reste)} SMS restants sur ${formatNombre(achetes)}`}
        />
      </Box>
    </Flex>
  );
}
