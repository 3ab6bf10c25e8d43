import { Box } from '@strapi/design-system';
import type { JSX } from 'react';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import { sumTailles, TAILLE_MAX_PIECES_JOINTES } from '../../../../../core/modele';
import { FichiersJoints } from '../../../components/FichiersJoints';
import { formatTaille, pluralize } from '../../../components/texte';
import { useDepot } from '../../../components/useDepot';
import { PIECES_A_ENVOYER } from '../../../components/useOpenPiece';

interface Props {
  pieces: readonly PieceJointeDeposee[];
  onChange: (pieces: readonly PieceJointeDeposee[]) => void;
}

/** Guide §2.c « ci-joint votre attestation »: files that go with this send, and with no other. */
export function FichiersDeLEnvoi({ pieces, onChange }: Props): JSX.Element {
  const { deposit, enCours } = useDepot('envoi');
  const poids = sumTailles(pieces);

  async function add(fichiers: readonly File[]): Promise<void> {
    const deposees = await deposit(
      fichiers,
      { ids: pieces.map(({ id }) => id), poids },
      (recues) => `${pluralize(recues.length, 'fichier joint', 'fichiers joints')} à cet envoi.`
    );
    if (deposees !== null) {
      onChange([...pieces, ...deposees]);
    }
  }

  return (
    <Box paddingBottom={4}>
      <FichiersJoints
        titre="Fichiers joints à cet envoi seulement"
        phrase={
          pieces.length === 0
            ? 'Aucun. Jusqu’à 2 Mo par message, avec ce que porte déjà le modèle.'
            : `${formatTaille(poids)} sur ${formatTaille(TAILLE_MAX_PIECES_JOINTES)}, avec chaque message de cet envoi et aucun autre.`
        }
        pieces={pieces}
        dossier={PIECES_A_ENVOYER}
        enCours={enCours}
        onJoindre={(fichiers) => void add(fichiers)}
        onRetirer={(retiree) => {
          onChange(pieces.filter(({ id }) => id !== retiree));
        }}
      />
    </Box>
  );
}
