import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Ancien, FicheAction } from '../../../../../core/api/fiches';
import { Bandeau } from '../../../components/Bandeau';
import { pluralize } from '../../../components/texte';
import { phraseAnciens } from '../envoi/anciens';
import { LienFiche } from '../LienFiche';

/**
 * Whatever page changed the action (guide §8, decision G19): as long as somebody has what is no longer so, the fiche
 * says it.
 */
export function APrevenir({ action }: { action: FicheAction }): JSX.Element | null {
  const concernes = action.participants.filter(({ anciens }) => anciens.length > 0);
  if (concernes.length === 0 || action.passee) {
    return null;
  }
  const anciens = [...new Set<Ancien>(concernes.flatMap(({ anciens: dits }) => dits))];
  const verbe = concernes.length === 1 ? phraseAnciens(anciens) : phraseAnciens(anciens, true);
  return (
    <Bandeau>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Typography>
          {pluralize(concernes.length, 'personne')} {verbe}.
        </Typography>
        <Box shrink={0}>
          <LienFiche vers={`/actions/${action.documentId}/envois?a-prevenir=oui`}>
            {concernes.length === 1 ? 'La prévenir' : 'Les prévenir'}
          </LienFiche>
        </Box>
      </Flex>
    </Bandeau>
  );
}
