import type { ModeleOuvert } from '../../../../core/api/modeles';
import { listImages } from '../../../../core/image-message';
import { raisonSuppressionImpossible } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import { listMorceaux } from '../../../../core/validation-modele';
import { computeModalites } from '../../../../core/validation-signets';
import type { ModeleStore, PieceJointeStore } from '../ports/modeles';

/** Guide §5.a « en cliquant sur un modèle »: all that the editor's first screen shows. */
export async function openModele(
  modeles: ModeleStore,
  piecesJointes: PieceJointeStore,
  documentId: string
): Promise<ModeleOuvert> {
  const enregistre = await modeles.read(documentId);
  if (enregistre === null) {
    refuse('modele-introuvable');
  }
  const { id: _id, ...modele } = enregistre;
  const usage = await modeles.usage(documentId);
  return {
    ...modele,
    piecesDeposees: await piecesJointes.describe(modele.piecesJointes),
    imagesDeposees: await piecesJointes.describe(listImages(modele.message)),
    modalitesPossibles: computeModalites(listMorceaux(modele), modele.destinataires),
    usage,
    raisonSuppressionImpossible: raisonSuppressionImpossible(usage),
  };
}
