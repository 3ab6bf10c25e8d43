import { canDelete } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import type { ModeleStore } from '../ports/modeles';

/** Guide §5.c: only a modele never sent, and held by no envoi automatique, may go. */
export async function deleteModele(modeles: ModeleStore, documentId: string): Promise<void> {
  if ((await modeles.read(documentId)) === null) {
    refuse('modele-introuvable');
  }
  if (!canDelete(await modeles.usage(documentId))) {
    refuse('modele-utilise');
  }
  await modeles.delete(documentId);
}
