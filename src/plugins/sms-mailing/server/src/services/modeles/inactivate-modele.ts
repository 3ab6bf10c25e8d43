import type { ModeleEnregistrement } from '../../../../core/api/modeles';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import { checkSortDesProgrammes, saveModele, type SaveModeleDeps } from './save-modele';

export interface Inactivation {
  documentId: string;
  inactif: boolean;
  /** Decision B9: what becomes of the envois already programmed with it; null asks. */
  annulerProgrammes: boolean | null;
  perimetre: Perimetre;
  auteurId: number | null;
  now: Date;
}

/** Guide §5.c « Inactiver un modèle ». Made active again, it is checked like a new one. */
export async function inactivateModele(
  deps: SaveModeleDeps,
  demande: Inactivation
): Promise<ModeleEnregistrement> {
  const { modeles } = deps;
  const { documentId, annulerProgrammes, auteurId, now } = demande;
  const enregistre = await modeles.read(documentId);
  if (enregistre === null) {
    refuse('modele-introuvable');
  }
  if (!demande.inactif) {
    const { id: _id, documentId: _documentId, version, ...modele } = enregistre;
    return saveModele(deps, {
      documentId,
      version,
      modele: { ...modele, inactif: false },
      annulerProgrammes: null,
      perimetre: demande.perimetre,
      auteurId,
      now,
    });
  }
  await checkSortDesProgrammes(modeles, documentId, demande);
  const annuler = annulerProgrammes === true;
  const { version, annules } = await modeles.inactivate({ documentId, annuler, auteurId, now });
  const { programmes, envoisAutomatiques } = await modeles.usage(documentId);
  return { documentId, version, programmes, annules, envoisAutomatiques };
}
