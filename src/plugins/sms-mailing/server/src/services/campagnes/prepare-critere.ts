import type { CibleCampagne } from '../../../../core/campagne';
import { localDate } from '../../../../core/horaire';
import { departDuSoir, type Horaires } from '../../../../core/horaire-promotion';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type {
  CampagneEnregistree,
  CampagneStore,
  CritereDestinataires,
  ModeleDeCampagneStore,
  ModelePourCampagne,
} from '../ports/campagnes';

export interface CampagneDeps extends Horaires {
  campagnes: CampagneStore;
  modeles: ModeleDeCampagneStore;
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
  const soir = departDuSoir(modele, now, deps);
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
