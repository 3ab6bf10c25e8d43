import type { AvantEnvoi } from '../../../../core/api/fiches';
import { departDuSoir } from '../../../../core/horaire-promotion';
import { refuse } from '../../../../core/regle';
import { checkModeles } from './check-modeles';
import { foreseeEnvoi, type ForeseeDeps } from './foresee-envoi';
import type { EnvoiEntrepreneurDemande } from './schedule-envoi-entrepreneur';
import { departImmediat, type EnvoiParticipantsDemande } from './send-to-participants';

/** Guide §9.b, before « Programmer l'envoi ». */
export async function foreseeEntrepreneur(
  deps: ForeseeDeps,
  demande: Omit<EnvoiEntrepreneurDemande, 'auteurId'>
): Promise<AvantEnvoi> {
  const { entrepreneurDocumentId, perimetre, force, now } = demande;
  const modeles = await checkModeles(deps.fiches, demande.modeleDocumentIds, 'fiche_entrepreneur');
  if (!(await deps.fiches.canReach('entrepreneur', entrepreneurDocumentId, perimetre))) {
    refuse('hors-perimetre');
  }
  const dates = modeles.map((modele) => ({ modele, depart: departDuSoir(modele, now, deps) }));
  return foreseeEnvoi(deps, dates, {
    documentIds: [entrepreneurDocumentId],
    action: null,
    inclureListeAttente: false,
    force,
    perimetre,
    now,
  });
}

/** Guide §8.b, before « Envoyez ». */
export async function foreseeParticipants(
  deps: ForeseeDeps & { repentirMs: number },
  demande: Omit<EnvoiParticipantsDemande, 'auteurId'>
): Promise<AvantEnvoi> {
  const { entrepreneurDocumentIds, inclureListeAttente, force, perimetre, now } = demande;
  const modeles = await checkModeles(deps.fiches, demande.modeleDocumentIds, 'fiche_action');
  const action = await deps.fiches.readAction(demande.actionDocumentId);
  if (action === null) {
    refuse('action-introuvable');
  }
  const dates = modeles.map((modele) => ({ modele, depart: departImmediat(deps, modele, now) }));
  return foreseeEnvoi(deps, dates, {
    documentIds: entrepreneurDocumentIds,
    action,
    inclureListeAttente,
    force,
    perimetre,
    now,
  });
}

/** Several modeles are one request: short of SMS for all of them, none is written (decision E2). */
export async function checkCout(deps: ForeseeDeps, avant: AvantEnvoi): Promise<void> {
  const { credits, smsDisponibles } = avant;
  if (smsDisponibles === null || credits <= smsDisponibles) {
    return;
  }
  if (!(await deps.parametres.read()).autoriserDepassement) {
    refuse('credit-insuffisant', { demande: credits, disponible: Math.max(0, smsDisponibles) });
  }
}
