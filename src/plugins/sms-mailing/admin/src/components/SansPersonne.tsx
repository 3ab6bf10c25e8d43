import { Box } from '@strapi/design-system';
import type { JSX } from 'react';
import { PREFIXE, type Permission } from '../../../core/permissions';
import { useExplainPerimetreQuery } from '../api/profils';
import { Bandeau } from './Bandeau';

/** Decision G17 « none of these = nobody, said on screen »: why this page shows nobody to who looks. */
export function SansPersonne({ permission }: { permission: Permission }): JSX.Element | null {
  const { data = {} } = useExplainPerimetreQuery(undefined);
  const raison = data[`${PREFIXE}${permission}`];
  return raison === undefined ? null : (
    <Box paddingBottom={6}>
      <Bandeau danger>{raison}</Bandeau>
    </Box>
  );
}
