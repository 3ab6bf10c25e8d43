import type { CibleCampagne } from '../../../../core/campagne';
import { isPromotion } from '../../../../core/destinataire';
import { localDate, nextEnvoiDuSoir, nextSoirPromotion } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type {
  CampagneEnregistree,
  CampagneStore,
  CritereDestinataires,
  ModeleDeCampagneStore,
  ModelePourCampagne,
} from '../ports/campagnes';

export interface CampagneDeps {
  campagnes: CampagneStore;
  modeles: ModeleDeCampagneStore;
  zone: string;
  /** 'HH:mm' of the evening. */
  heure: string;
}

/** Who asks, and when. */
export interface Demandeur {
  perimetre: Perimetre;
  now: Date;
  /** Null until an Administrateur has chosen (decision F14). */
  promotionSansConsentement: boolean | null;
}

export interface CriterePrepare {
  modele: ModelePourCampagne;
  /** The campagne opened again; null for a new one. */
  campagne: CampagneEnregistree | null;
  critere: CritereDestinataires;
}

/** Decision B13: a promotional SMS waits for an evening on which it may leave. */
function soirOf(modele: ModelePourCampagne, now: Date, deps: CampagneDeps): Date {
  return modele.typeContact === 'sms' && isPromotion(modele.typeContact, modele.but)
    ? nextSoirPromotion(now, deps.zone, deps.heure)
    : nextEnvoiDuSoir(now, deps.zone, deps.heure);
}

async function readModele(deps: CampagneDeps, cible: CibleCampagne): Promise<ModelePourCampagne> {
  const modele = await deps.modeles.read(cible.modeleDocumentId);
  if (modele === null) {
    refuse('modele-introuvable');
  }
  if (modele.typeContact !== cible.typeContact) {
    refuse('type-contact-different', { modele: modele.nom });
  }
  if (!modele.destinataires.includes(cible.filtres.typeDestinataire)) {
    refuse('destinataire-non-prevu', { modele: modele.nom });
  }
  return modele;
}

/** A campagne opened again is one the person may see, of this modele and kind of destinataires. */
async function readCampagne(
  deps: CampagneDeps,
  cible: CibleCampagne,
  modele: ModelePourCampagne,
  perimetre: Perimetre
): Promise<CampagneEnregistree | null> {
  if (cible.campagneId === null) {
    return null;
  }
  const campagne = await deps.campagnes.read(cible.campagneId, perimetre);
  if (
    campagne === null ||
    campagne.modeleId !== modele.id ||
    campagne.filtres.typeDestinataire !== cible.filtres.typeDestinataire
  ) {
    refuse('campagne-introuvable');
  }
  return campagne;
}

/** Guide §7.b: what searching, counting and scheduling ask the base, once the request makes sense. */
export async function prepareCritere(
  deps: CampagneDeps,
  cible: CibleCampagne,
  demandeur: Demandeur
): Promise<CriterePrepare> {
  const { perimetre, now, promotionSansConsentement } = demandeur;
  const modele = await readModele(deps, cible);
  const campagne = await readCampagne(deps, cible, modele, perimetre);
  const soir = soirOf(modele, now, deps);
  const critere: CritereDestinataires = {
    modele,
    filtres: cible.filtres,
    recherche: cible.recherche,
    perimetre,
    campagneId: cible.campagneId,
    soir,
    dateEnvoi: localDate(soir, deps.zone),
    promotionSansConsentement: promotionSansConsentement ?? false,
    now,
  };
  return { modele, campagne, critere };
}
