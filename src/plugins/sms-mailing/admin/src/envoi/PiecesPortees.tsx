import { Flex, TextButton, Typography } from '@strapi/design-system';
import { Paperclip } from '@strapi/icons';
import type { JSX } from 'react';
import type { PieceJointeDeposee } from '../../../core/api/modeles';
import { formatTaille } from '../components/texte';
import { useOpenPiece } from '../components/useOpenPiece';

interface Props {
  pieces: readonly PieceJointeDeposee[];
  /** Where they are opened from. */
  dossier: string;
  /** After the weight of each. */
  suite?: string;
}

/** The files that a message carries, openable by their name (decision F8). */
export function PiecesPortees({ pieces, dossier, suite = '' }: Props): JSX.Element {
  const open = useOpenPiece(dossier);
  return (
    <>
      {pieces.map((piece) => (
        <Flex key={piece.id} gap={2} paddingTop={1}>
          <Paperclip aria-hidden fill="neutral500" />
          <TextButton onClick={() => void open(piece)}>{piece.nom}</TextButton>
          <Typography variant="pi" textColor="neutral600">
            {formatTaille(piece.taille)}
            {suite}
          </Typography>
        </Flex>
      ))}
    </>
  );
}
