import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { FicheAction } from '../../../../../../core/api/fiches';
import { useReadPlacesQuery } from '../../../../api/places';
import { Bandeau } from '../../../../components/Bandeau';
import { pluralize } from '../../../../components/texte';
import { LienFiche } from '../../LienFiche';
import { countProposables } from './phrases';

/** A place freed itself while somebody waits: said on every tab of the fiche, until somebody decides. */
export function PlaceLiberee({ action }: { action: FicheAction }): JSX.Element | null {
  const { data } = useReadPlacesQuery(action.documentId);
  const proposables = data === undefined ? 0 : countProposables(data);
  const attente = data?.attente.length ?? 0;
  if (proposables === null || proposables === 0 || attente === 0) {
    return null;
  }
  if (action.passee || action.annulee) {
    return null;
  }
  return (
    <Bandeau>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Typography>
          {pluralize(proposables, 'place est libre', 'places sont libres')} et{' '}
          {pluralize(attente, 'personne attend', 'personnes attendent')}.
        </Typography>
        <Box shrink={0}>
          <LienFiche vers={`/actions/${action.documentId}/participants`}>
            Voir la liste d’attente
          </LienFiche>
        </Box>
      </Flex>
    </Bandeau>
  );
}
