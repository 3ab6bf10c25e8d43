import { refuse } from '../../../../core/regle';
import { saveModele, type SaveModeleDeps } from './save-modele';

export interface Inactivation {
  documentId: string;
  inactif: boolean;
  /** Decision B9: what becomes of the envois already programmed with it. */
  annulerProgrammes: boolean;
  auteurId: number | null;
  now: Date;
}

/** Guide §5.c « Inactiver un modèle ». Made active again, it is checked like a new one. */
export async function inactivateModele(
  deps: SaveModeleDeps,
  demande: Inactivation
): Promise<{ annules: number }> {
  const { documentId, auteurId, now } = demande;
  const enregistre = await deps.modeles.read(documentId);
  if (enregistre === null) {
    refuse('modele-introuvable');
  }
  if (!demande.inactif) {
    const { id: _id, documentId: _documentId, version: _version, ...modele } = enregistre;
    await saveModele(deps, { documentId, modele: { ...modele, inactif: false }, auteurId, now });
    return { annules: 0 };
  }
  await deps.modeles.setInactif(documentId, true, auteurId, now);
  const annules = demande.annulerProgrammes
    ? await deps.modeles.cancelProgrammes(documentId, now)
    : 0;
  return { annules };
}
