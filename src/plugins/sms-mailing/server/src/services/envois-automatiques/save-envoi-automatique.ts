import { isSansCritere, type EnvoiAutomatique } from '../../../../core/envoi-automatique';
import { refuse } from '../../../../core/regle';
import type { RegleStore } from '../ports/envois-automatiques';
import type { ModeleStore } from '../ports/modeles';

export interface SaveEnvoiAutomatiqueDemande {
  documentId: string | null;
  regle: EnvoiAutomatique;
  /** Decision E7: a rule without any criterion reaches the participants of every action. */
  sansCritereConfirme: boolean;
  now: Date;
}

/** Guide §6.c: type de contact, modele and délai, and the criteria of the action. */
export async function saveEnvoiAutomatique(
  regles: RegleStore,
  modeles: ModeleStore,
  demande: SaveEnvoiAutomatiqueDemande
): Promise<string> {
  const { regle, documentId } = demande;
  const modele = await modeles.read(regle.modeleDocumentId);
  if (modele === null) {
    refuse('modele-introuvable');
  }
  if (modele.typeContact !== regle.typeContact) {
    refuse('type-contact-different', { modele: modele.nom });
  }
  if (!regle.inactif && modele.inactif) {
    refuse('modele-inactif', { modele: modele.nom });
  }
  if (!regle.inactif && !(modele.modalites ?? []).includes('envoi_automatique')) {
    refuse('modalite-impossible', {
      raison: `le modèle « ${modele.nom} » n’est pas prévu pour un envoi automatique`,
    });
  }
  if (isSansCritere(regle.criteres) && !demande.sansCritereConfirme) {
    refuse('regle-sans-critere');
  }
  if (documentId !== null && (await regles.read(documentId)) === null) {
    refuse('regle-introuvable');
  }
  return regles.save(documentId, regle, modele.id, demande.now);
}
