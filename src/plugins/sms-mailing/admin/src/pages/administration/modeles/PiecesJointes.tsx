import { useState, type JSX } from 'react';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import { sumTailles, TAILLE_MAX_PIECES_JOINTES } from '../../../../../core/modele';
import { FichiersJoints } from '../../../components/FichiersJoints';
import { formatTaille, pluralize } from '../../../components/texte';
import { useDepot } from '../../../components/useDepot';
import { PIECES_DES_MODELES } from '../../../components/useOpenPiece';

interface Props {
  /** Those of the modele as it was opened. */
  depart: readonly PieceJointeDeposee[];
  /** Those that the message shows: they count in the limit. */
  images: readonly number[];
  poidsImages: number;
  lectureSeule: boolean;
  onChange: (ids: number[]) => void;
}

/** Guide §5.a « taille limitée à 2 méga »: what there is, and what it weighs with the images of the message. */
function describePoids(pieces: number, images: number): string {
  const total = `${formatTaille(pieces + images)} sur ${formatTaille(TAILLE_MAX_PIECES_JOINTES)}`;
  const dont = images === 0 ? total : `${total}, images du message comprises`;
  return pieces === 0
    ? `Aucune. ${images === 0 ? 'Jusqu’à 2 Mo en tout' : dont}.`
    : `${dont}. Envoyées à tous les destinataires de ce modèle.`;
}

/** Guide §5.a « Possibilité d'intégrer une pièce jointe », decisions E3, F8. */
export function PiecesJointes(props: Props): JSX.Element {
  const { depart, images, poidsImages, lectureSeule, onChange } = props;
  const [pieces, setPieces] = useState(depart);
  const { deposit, enCours } = useDepot('modele');
  const poids = sumTailles(pieces) + poidsImages;

  function change(nouvelles: readonly PieceJointeDeposee[]): void {
    setPieces(nouvelles);
    onChange(nouvelles.map(({ id }) => id));
  }

  async function add(fichiers: readonly File[]): Promise<void> {
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
    <FichiersJoints
      titre="Pièces jointes"
      phrase={describePoids(sumTailles(pieces), poidsImages)}
      pieces={pieces}
      dossier={PIECES_DES_MODELES}
      lectureSeule={lectureSeule}
      enCours={enCours}
      onJoindre={(fichiers) => void add(fichiers)}
      onRetirer={(retiree) => {
        change(pieces.filter(({ id }) => id !== retiree));
      }}
    />
  );
}
