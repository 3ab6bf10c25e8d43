import { isSansCritere, type EnvoiAutomatique } from '../../../../core/envoi-automatique';
import { raisonHorsModalite } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import type { RegleStore } from '../ports/envois-automatiques';
import type { ModeleEnregistre, ModeleStore } from '../ports/modeles';

export interface SaveEnvoiAutomatiqueDemande {
  documentId: string | null;
  regle: EnvoiAutomatique;
  /** Decision E7: a rule without any criterion reaches the participants of every action. */
  sansCritereConfirme: boolean;
  now: Date;
}

/** An active rule leans on an active modele of its type, meant for it. */
function checkModele(regle: EnvoiAutomatique, modele: ModeleEnregistre): void {
  const { nom } = modele;
  if (modele.typeContact !== regle.typeContact) {
    refuse('type-contact-different', { modele: nom });
  }
  if (regle.inactif) {
    return;
  }
  if (modele.inactif) {
    refuse('modele-inactif', { modele: nom });
  }
  if (!(modele.modalites ?? []).includes('envoi_automatique')) {
    refuse('modalite-impossible', {
      raison: raisonHorsModalite(nom, 'envoi_automatique'),
    });
  }
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
  checkModele(regle, modele);
  if (isSansCritere(regle.criteres) && !demande.sansCritereConfirme) {
    refuse('regle-sans-critere');
  }
  if (documentId !== null && (await regles.read(documentId)) === null) {
    refuse('regle-introuvable');
  }
  return regles.save(documentId, regle, modele.id, demande.now);
}
