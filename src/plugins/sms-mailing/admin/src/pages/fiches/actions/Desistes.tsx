import { Box, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Desiste } from '../../../../../core/api/fiches';
import { formatInstant, pluralize } from '../../../components/texte';
import { LienFiche } from '../LienFiche';

interface Props {
  desistes: readonly Desiste[];
}

/** Who said by their link that they would not come: no longer participants, still worth a call. */
export function Desistes({ desistes }: Props): JSX.Element | null {
  if (desistes.length === 0) {
    return null;
  }
  return (
    <Box>
      <Typography tag="h3" variant="delta">
        {pluralize(desistes.length, 'désistement')}
      </Typography>
      <ul>
        {desistes.map(({ documentId, nom, le }) => (
          <li key={documentId}>
            <LienFiche vers={`/entrepreneurs/${documentId}`}>{nom}</LienFiche>{' '}
            <Typography variant="pi" textColor="neutral600">
              ne viendra pas, dit le {formatInstant(le)}
            </Typography>
          </li>
        ))}
      </ul>
    </Box>
  );
}
