import type { PieceJointeDeposee } from '../../../../core/api/modeles';
import { TransportError } from '../../../../core/errors';
import { sumTailles, TAILLE_MAX_PIECES_JOINTES } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import type { CheckFichiers, PieceJointeStore, UsagePiece } from '../ports/modeles';

export interface FichierRecu {
  nom: string;
  contenu: Uint8Array;
}

export interface Depot {
  fichiers: readonly FichierRecu[];
  usage: UsagePiece['genre'];
  /** Files that the modele, or the send, already carries: the limit holds for all of them together. */
  dejaJointes: readonly number[];
  auteurId: number | null;
  now: Date;
}

export interface DepotDeps {
  piecesJointes: PieceJointeStore;
  checkFichiers: CheckFichiers;
}

function checkContenus({ checkFichiers }: DepotDeps, fichiers: readonly FichierRecu[]): string[] {
  try {
    return checkFichiers(fichiers.map((fichier) => ({ ...fichier, cid: null })));
  } catch (erreur) {
    if (erreur instanceof TransportError) {
      refuse('piece-jointe-refusee', { raison: erreur.message });
    }
    throw erreur;
  }
}

/**
 * Guide §5.a, decision E3: several files, 2 méga together, judged on the bytes received and on what they
 * really are, never on what the browser says of them.
 */
export async function depositPiecesJointes(
  deps: DepotDeps,
  { fichiers, usage, dejaJointes, auteurId, now }: Depot
): Promise<PieceJointeDeposee[]> {
  if (fichiers.length === 0) {
    refuse('piece-jointe-absente');
  }
  const presentes = await deps.piecesJointes.describe(dejaJointes, { genre: usage, auteurId });
  const total =
    sumTailles(presentes) + fichiers.reduce((somme, { contenu }) => somme + contenu.length, 0);
  if (total > TAILLE_MAX_PIECES_JOINTES) {
    refuse('piece-jointe-trop-lourde', { limite: '2 Mo' });
  }
  const types = checkContenus(deps, fichiers);
  const deposees: PieceJointeDeposee[] = [];
  for (const [rang, { nom, contenu }] of fichiers.entries()) {
    const typeMime = types[rang] ?? 'application/octet-stream';
    const piece = { nom, typeMime, contenu };
    deposees.push(await deps.piecesJointes.add(piece, { usage, auteurId, now }));
  }
  return deposees;
}
