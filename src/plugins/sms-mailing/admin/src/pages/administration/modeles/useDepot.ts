import { useNotification } from '@strapi/strapi/admin';
import type { PieceJointeDeposee } from '../../../../../core/api/modeles';
import { TAILLE_MAX_PIECES_JOINTES } from '../../../../../core/modele';
import { phraseRegle } from '../../../../../core/regle';
import { useDepositPiecesJointesMutation } from '../../../api/apercu';
import { RESTE } from '../../../components/reste';
import { useAction } from '../../../components/useAction';

/** What the modele already carries. */
interface Charge {
  ids: readonly number[];
  /** Bytes. */
  poids: number;
}

type Depose = (
  fichiers: readonly File[],
  charge: Charge,
  succes: string | ((deposees: PieceJointeDeposee[]) => string)
) => Promise<PieceJointeDeposee[] | null>;

/** Sends files to the module; those that are surely too heavy are refused before they travel. */
export function useDepot(): { deposit: Depose; enCours: boolean } {
  const { toggleNotification } = useNotification();
  const [send, { isLoading }] = useDepositPiecesJointesMutation();
  const run = useAction();
  return {
    enCours: isLoading,
    async deposit(fichiers, { ids, poids }, succes) {
      const total = fichiers.reduce((somme, { size }) => somme + size, poids);
      if (total > TAILLE_MAX_PIECES_JOINTES) {
        const message = phraseRegle('piece-jointe-trop-lourde', { limite: '2 Mo' });
        toggleNotification({ type: 'danger', message, ...RESTE });
        return null;
      }
      return run(send({ fichiers, dejaJointes: ids }), succes);
    },
  };
}
