import type { ProgrammationResultat } from '../../../../core/api/fiches';
import { departDuSoir, isSmsDePromotion, isWindowOpen } from '../../../../core/horaire-promotion';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { ModeleAEnvoyer } from '../ports/fiches';
import { checkModeles } from './check-modeles';
import type { FicheDeps } from './schedule-envoi-entrepreneur';
import { scheduleModeles } from './schedule-modeles';

export interface EnvoiParticipantsDemande {
  actionDocumentId: string;
  modeleDocumentIds: readonly string[];
  /** null: all the inscrits. */
  entrepreneurDocumentIds: readonly string[] | null;
  inclureListeAttente: boolean;
  /** « Envoyer quand même » to who has it already. */
  force: boolean;
  /** Decision F12: writing from a cancelled action asks first. */
  actionAnnuleeConfirmee: boolean;
  perimetre: Perimetre;
  auteurId: number | null;
  now: Date;
}

export interface FicheActionDeps extends FicheDeps {
  /** Decision F18: time in which the sender may still change their mind (milliseconds). */
  repentirMs: number;
}

/** Guide §8: « L'envoi est immédiat au clic »; a promotional SMS outside its hours waits (decision B12). */
export function departImmediat(deps: FicheActionDeps, modele: ModeleAEnvoyer, now: Date): Date {
  const bloque = isSmsDePromotion(modele) && !isWindowOpen(now, deps.zone, deps.heuresPromotion);
  return bloque ? departDuSoir(modele, now, deps) : new Date(now.getTime() + deps.repentirMs);
}

/** Guide §8.b: one message per modele and participant, through the same ledger as every envoi. */
export async function sendToParticipants(
  deps: FicheActionDeps,
  demande: EnvoiParticipantsDemande
): Promise<ProgrammationResultat[]> {
  const { entrepreneurDocumentIds, inclureListeAttente, force, perimetre, auteurId, now } = demande;
  const modeles = await checkModeles(deps.fiches, demande.modeleDocumentIds, 'fiche_action');
  const action = await deps.fiches.readAction(demande.actionDocumentId);
  if (action === null) {
    refuse('action-introuvable');
  }
  if (action.annulee && !demande.actionAnnuleeConfirmee) {
    refuse('action-annulee');
  }
  return scheduleModeles(deps, modeles, async (modele) => {
    const depart = departImmediat(deps, modele, now);
    const resultat = await deps.fiches.scheduleAction({
      action,
      modele,
      entrepreneurDocumentIds,
      inclureListeAttente,
      force,
      perimetre,
      depart,
      auteurId,
      now,
    });
    return { depart, resultat };
  });
}
