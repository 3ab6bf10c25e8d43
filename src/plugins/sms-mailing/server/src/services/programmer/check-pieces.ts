import type { PieceJointeDeposee } from '../../../../core/api/modeles';
import { sumTailles, TAILLE_MAX_PIECES_JOINTES } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import type { VersionCourante } from '../ports/modeles';
import type { ChaineDeps, Demande, PartLue } from './demande';

/** The files of a modèle, and the images that travel inside its message. */
async function listSiennes(
  piecesJointes: ChaineDeps['piecesJointes'],
  { contenu }: VersionCourante
): Promise<PieceJointeDeposee[]> {
  return [...contenu.piecesJointes, ...(await piecesJointes.describe(contenu.images ?? []))];
}

/**
 * Guide §2.c, §5.a: the files of this send alone, as their author deposited them, within what is left of 2 méga beside
 * those of each modèle and its images; none on an SMS.
 */
export async function checkPieces(
  { piecesJointes }: Pick<ChaineDeps, 'piecesJointes'>,
  { piecesJointes: ids = [], auteurId }: Demande,
  parts: readonly PartLue[]
): Promise<PieceJointeDeposee[]> {
  if (ids.length === 0) {
    return [];
  }
  const jointes = await piecesJointes.describe(ids, { genre: 'envoi', auteurId });
  if (jointes.length < ids.length) {
    refuse('piece-envoi-introuvable');
  }
  for (const { modele, version } of parts) {
    if (modele.typeContact === 'sms') {
      refuse('piece-jointe-sms');
    }
    const siennes = version === null ? [] : await listSiennes(piecesJointes, version);
    if (sumTailles([...siennes, ...jointes]) > TAILLE_MAX_PIECES_JOINTES) {
      refuse('pieces-envoi-trop-lourdes', { modele: modele.nom, limite: '2 Mo' });
    }
  }
  return jointes;
}
