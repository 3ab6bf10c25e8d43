import type { PieceJointeDeposee } from '../../../core/api/modeles';
import { useTelecharger } from './useTelecharger';

/** Downloads a file kept by the module. */
export function useOpenPiece(): (piece: Pick<PieceJointeDeposee, 'id' | 'nom'>) => Promise<void> {
  const telecharger = useTelecharger();
  return ({ id, nom }) => telecharger(`/sms-mailing/pieces-jointes/${String(id)}`, nom);
}
