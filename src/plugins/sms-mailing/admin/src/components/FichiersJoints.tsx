import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { Paperclip } from '@strapi/icons';
import { useRef, type JSX } from 'react';
import { styled } from 'styled-components';
import type { PieceJointeDeposee } from '../../../core/api/modeles';
import { Corbeille } from './Corbeille';
import { formatTaille } from './texte';
import { useOpenPiece } from './useOpenPiece';

interface Props {
  titre: string;
  /** What there is, what it weighs, to whom it goes. */
  phrase: string;
  pieces: readonly PieceJointeDeposee[];
  /** Where they are opened from. */
  dossier: string;
  lectureSeule?: boolean;
  enCours: boolean;
  onJoindre: (fichiers: readonly File[]) => void;
  onRetirer: (id: number) => void;
}

/** A long name is cut by its end, never over the bin. */
const Nom = styled(TextButton)`
  min-width: 0;

  & span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

interface PieceProps {
  piece: PieceJointeDeposee;
  dossier: string;
  /** Null: it stays. */
  onRetirer: (() => void) | null;
}

function Piece({ piece, dossier, onRetirer }: PieceProps): JSX.Element {
  const open = useOpenPiece(dossier);
  return (
    <Flex tag="li" justifyContent="space-between" gap={3}>
      <Flex gap={2} minWidth={0}>
        <Paperclip aria-hidden fill="neutral500" style={{ flexShrink: 0 }} />
        <Nom title={piece.nom} onClick={() => void open(piece)}>
          {piece.nom}
        </Nom>
        <Typography variant="pi" textColor="neutral600" style={{ flexShrink: 0 }}>
          {formatTaille(piece.taille)}
        </Typography>
      </Flex>
      {onRetirer === null ? null : (
        <Corbeille taille="S" libelle={`Retirer « ${piece.nom} »`} onClick={onRetirer} />
      )}
    </Flex>
  );
}

/** Guide §5.a « Possibilité d'intégrer une pièce jointe »: the files, openable, and how to add one. */
export function FichiersJoints(props: Props): JSX.Element {
  const { titre, phrase, pieces, dossier, lectureSeule = false, enCours } = props;
  const champ = useRef<HTMLInputElement>(null);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Box>
          <Typography variant="pi" fontWeight="bold" tag="h3">
            {titre}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {phrase}
          </Typography>
        </Box>
        {lectureSeule ? null : (
          <Button
            size="S"
            variant="tertiary"
            startIcon={<Paperclip />}
            loading={enCours}
            onClick={() => champ.current?.click()}
          >
            Joindre un fichier
          </Button>
        )}
      </Flex>
      <input
        ref={champ}
        type="file"
        multiple
        hidden
        aria-label="Fichiers à joindre"
        onChange={(event) => {
          const choisis = [...(event.target.files ?? [])];
          event.target.value = '';
          props.onJoindre(choisis);
        }}
      />
      {pieces.length === 0 ? null : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {pieces.map((piece) => (
            <Piece
              key={piece.id}
              piece={piece}
              dossier={dossier}
              onRetirer={
                lectureSeule
                  ? null
                  : () => {
                      props.onRetirer(piece.id);
                    }
              }
            />
          ))}
        </Flex>
      )}
    </Flex>
  );
}
