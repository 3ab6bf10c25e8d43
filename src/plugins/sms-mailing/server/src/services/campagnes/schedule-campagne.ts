import type { CampagneProgrammee } from '../../../../core/api/campagnes';
import type { DemandeProgrammation } from '../../../../core/campagne';
import { isPromotion } from '../../../../core/destinataire';
import { phraseDepart } from '../../../../core/horaire';
import { raisonHorsModalite } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import type { CreditsDeCampagne } from '../ports/campagnes';
import {
  prepareCritere,
  type CampagneDeps,
  type CriterePrepare,
  type Demandeur,
} from './prepare-critere';

export interface ScheduleCampagneDeps extends CampagneDeps {
  credits: CreditsDeCampagne;
}

function checkProgrammable({ modele, campagne }: CriterePrepare): void {
  if (modele.inactif) {
    refuse('modele-inactif');
  }
  if (modele.versionId === null) {
    refuse('modele-vide');
  }
  // Decision A8: what reads an action has no action to read here.
  if (!modele.modalites.includes('campagne')) {
    refuse('modalite-impossible', { raison: raisonHorsModalite(modele.nom, 'campagne') });
  }
  if (campagne !== null && campagne.annuleeLe !== null) {
    refuse('campagne-annulee');
  }
}

/** Decision F14: until the setting is chosen, a promotion says how many it leaves out, and asks. */
async function checkPromotion(
  deps: CampagneDeps,
  { modele, critere }: CriterePrepare,
  demande: DemandeProgrammation,
  demandeur: Demandeur
): Promise<void> {
  const { typeContact, but } = modele;
  if (
    demande.confirme ||
    demandeur.promotionSansConsentement !== null ||
    !isPromotion(typeContact, but)
  ) {
    return;
  }
  const { nonFaits } = await deps.campagnes.count(critere, demande.selection);
  const exclus = nonFaits.motifs.rgpd_non_renseigne ?? 0;
  if (exclus > 0) {
    refuse('promotion-a-confirmer', { exclus });
  }
}

async function holdCredits(
  deps: ScheduleCampagneDeps,
  campagneId: number,
  now: Date
): Promise<number> {
  try {
    return await deps.credits.estimateCredits(campagneId, now);
  } catch (error) {
    await deps.campagnes.forgetIfEmpty(campagneId);
    throw error;
  }
}

/** Guide §7.b « Programmer l'envoi (fait de nuit) »: this evening at 19h, once. */
export async function scheduleCampagne(
  deps: ScheduleCampagneDeps,
  demande: DemandeProgrammation,
  demandeur: Demandeur & { auteurId: number | null }
): Promise<CampagneProgrammee> {
  const prepare = await prepareCritere(deps, demande, demandeur);
  checkProgrammable(prepare);
  await checkPromotion(deps, prepare, demande, demandeur);
  const { modele, critere } = prepare;
  const resultat = await deps.campagnes.schedule(critere, {
    selection: demande.selection,
    modele,
    auteurId: demandeur.auteurId,
  });
  const { campagneId, programmes, dejaProgrammes, dejaEnvoyes } = resultat;
  if (programmes + dejaProgrammes + dejaEnvoyes === 0) {
    refuse('aucun-destinataire');
  }
  const credits =
    modele.typeContact === 'sms' && campagneId !== null && programmes > 0
      ? await holdCredits(deps, campagneId, demandeur.now)
      : 0;
  return {
    ...resultat,
    depart: critere.soir,
    phraseDepart: phraseDepart(demandeur.now, deps.zone, critere.soir),
    credits,
  };
}
