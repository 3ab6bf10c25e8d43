import type { PieceJointeDeposee } from '../../../core/api/modeles';
import { useTelecharger } from './useTelecharger';

/** Those of the modèles. */
export const PIECES_DES_MODELES = '/sms-mailing/pieces-jointes';
/** Those of one send, until it leaves: of whoever joined them. */
export const PIECES_A_ENVOYER = '/sms-mailing/envois/pieces-jointes';
/** Those that an envoi carried. */
export const piecesDEnvoi = (documentId: string): string =>
  `/sms-mailing/envois/${documentId}/pieces-jointes`;

/** Downloads a file kept by the module. */
export function useOpenPiece(
  dossier: string
): (piece: Pick<PieceJointeDeposee, 'id' | 'nom'>) => Promise<void> {
  const telecharger = useTelecharger();
  return ({ id, nom }) => telecharger(`${dossier}/${String(id)}`, nom);
}
