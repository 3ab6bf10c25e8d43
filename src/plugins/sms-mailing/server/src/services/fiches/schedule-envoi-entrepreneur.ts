import type { ProgrammationResultat } from '../../../../core/api/fiches';
import { localDate } from '../../../../core/horaire';
import { departDuSoir, type Horaires } from '../../../../core/horaire-promotion';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { ReserveCreditsDeps } from '../packages-sms/reserve-credits';
import type { FicheStore } from '../ports/fiches';
import { checkModeles } from './check-modeles';
import { scheduleModeles } from './schedule-modeles';

export interface FicheDeps extends ReserveCreditsDeps, Horaires {
  fiches: FicheStore;
}

export interface EnvoiEntrepreneurDemande {
  entrepreneurDocumentId: string;
  modeleDocumentIds: readonly string[];
  force: boolean;
  perimetre: Perimetre;
  auteurId: number | null;
  now: Date;
}

/** Guide §9.b: one envoi per modele ticked, leaving this evening at 19h. */
export async function scheduleEnvoiEntrepreneur(
  deps: FicheDeps,
  demande: EnvoiEntrepreneurDemande
): Promise<ProgrammationResultat[]> {
  const { entrepreneurDocumentId, perimetre, force, auteurId, now } = demande;
  const modeles = await checkModeles(deps.fiches, demande.modeleDocumentIds, 'fiche_entrepreneur');
  if (!(await deps.fiches.canReach('entrepreneur', entrepreneurDocumentId, perimetre))) {
    refuse('hors-perimetre');
  }
  return scheduleModeles(deps, modeles, async (modele) => {
    const depart = departDuSoir(modele, now, deps);
    const soir = localDate(depart, deps.zone);
    const resultat = await deps.fiches.scheduleEntrepreneur({
      entrepreneurDocumentId,
      modele,
      soir,
      force,
      perimetre,
      depart,
      auteurId,
      now,
    });
    return { depart, resultat };
  });
}
