import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { Paperclip } from '@strapi/icons';
import { useRef, useState, type JSX } from 'react';
import { styled } from 'styled-components';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import { TAILLE_MAX_PIECES_JOINTES } from '../../../../../core/modele';
import { Corbeille } from '../../../components/Corbeille';
import { formatTaille, pluralize } from '../../../components/texte';
import { useOpenPiece } from '../../../components/useOpenPiece';
import { useDepot } from './useDepot';

interface Props {
  /** Those of the modele as it was opened. */
  depart: readonly PieceJointeDeposee[];
  /** Those that the message shows: they count in the limit. */
  images: readonly number[];
  poidsImages: number;
  lectureSeule: boolean;
  onChange: (ids: number[]) => void;
}

function sumTailles(pieces: readonly PieceJointeDeposee[]): number {
  return pieces.reduce((somme, { taille }) => somme + taille, 0);
}

/** Guide §5.a « taille limitée à 2 méga »: what there is, and what it weighs with the images of the message. */
function describePoids(pieces: number, images: number): string {
  const total = `${formatTaille(pieces + images)} sur ${formatTaille(TAILLE_MAX_PIECES_JOINTES)}`;
  const dont = images === 0 ? total : `${total}, images du message comprises`;
  return pieces === 0
    ? `Aucune. ${images === 0 ? 'Jusqu’à 2 Mo en tout' : dont}.`
    : `${dont}. Envoyées à tous les destinataires de ce modèle.`;
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

function Piece(props: {
  piece: PieceJointeDeposee;
  lectureSeule: boolean;
  onRetirer: () => void;
}): JSX.Element {
  const { piece, lectureSeule, onRetirer } = props;
  const open = useOpenPiece();
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
      {lectureSeule ? null : (
        <Corbeille taille="S" libelle={`Retirer « ${piece.nom} »`} onClick={onRetirer} />
      )}
    </Flex>
  );
}

/** Guide §5.a « Possibilité d'intégrer une pièce jointe », decisions E3, F8. */
export function PiecesJointes(props: Props): JSX.Element {
  const { depart, images, poidsImages, lectureSeule, onChange } = props;
  const champ = useRef<HTMLInputElement>(null);
  const [pieces, setPieces] = useState(depart);
  const { deposit, enCours } = useDepot();
  const poids = sumTailles(pieces) + poidsImages;

  function change(nouvelles: readonly PieceJointeDeposee[]): void {
    setPieces(nouvelles);
    onChange(nouvelles.map(({ id }) => id));
  }

  async function add(fichiers: readonly File[]): Promise<void> {
    if (fichiers.length === 0) {
      return;
    }
    const deposees = await deposit(
      fichiers,
      { ids: [...pieces.map(({ id }) => id), ...images], poids },
      (recues) => `${pluralize(recues.length, 'fichier joint', 'fichiers joints')} au modèle.`
    );
    if (deposees !== null) {
      change([...pieces, ...deposees]);
    }
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Box>
          <Typography variant="pi" fontWeight="bold" tag="h3">
            Pièces jointes
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {describePoids(sumTailles(pieces), poidsImages)}
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
          void add(choisis);
        }}
      />
      {pieces.length === 0 ? null : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {pieces.map((piece) => (
            <Piece
              key={piece.id}
              piece={piece}
              lectureSeule={lectureSeule}
              onRetirer={() => {
                change(pieces.filter(({ id }) => id !== piece.id));
              }}
            />
          ))}
        </Flex>
      )}
    </Flex>
  );
}
