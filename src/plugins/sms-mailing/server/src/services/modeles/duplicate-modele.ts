import { TOUT } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { saveModele, type SaveModeleDeps } from './save-modele';

/** A copy to work on: inactive, so that nobody sends it before it is read again. */
export async function duplicateModele(
  deps: SaveModeleDeps,
  documentId: string,
  auteurId: number | null,
  now: Date
): Promise<string> {
  const original = await deps.modeles.read(documentId);
  if (original === null) {
    refuse('modele-introuvable');
  }
  const { id: _id, documentId: _documentId, version: _version, ...modele } = original;
  const copie = { ...modele, nom: `Copie de ${original.nom}`.slice(0, 255), inactif: true };
  const enregistre = await saveModele(deps, {
    documentId: null,
    version: null,
    modele: copie,
    annulerProgrammes: null,
    perimetre: TOUT,
    auteurId,
    now,
  });
  return enregistre.documentId;
}
