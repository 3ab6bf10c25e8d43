import { useNotification } from '@strapi/strapi/admin';
import type { PieceJointeDeposee } from '../../../core/api/modeles';
import { TAILLE_MAX_PIECES_JOINTES } from '../../../core/modele';
import { phraseRegle } from '../../../core/regle';
import { useDepositPiecesJointesMutation } from '../api/apercu';
import { RESTE } from './reste';
import { useAction } from './useAction';

/** What the modele, or the send, already carries. */
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
export function useDepot(usage: 'modele' | 'envoi'): { deposit: Depose; enCours: boolean } {
  const { toggleNotification } = useNotification();
  const [send, { isLoading }] = useDepositPiecesJointesMutation();
  const run = useAction();
  return {
    enCours: isLoading,
    async deposit(fichiers, { ids, poids }, succes) {
      if (fichiers.length === 0) {
        return null;
      }
      const total = fichiers.reduce((somme, { size }) => somme + size, poids);
      if (total > TAILLE_MAX_PIECES_JOINTES) {
        const message = phraseRegle('piece-jointe-trop-lourde', { limite: '2 Mo' });
        toggleNotification({ type: 'danger', message, ...RESTE });
        return null;
      }
      return run(send({ usage, fichiers, dejaJointes: ids }), succes);
    },
  };
}
