import type { Perimetre } from '../../../../core/perimetre';
import { showMessage } from '../historiques/show-message';
import type { Stores } from '../ports/stores';
import { readReglagesRendu } from '../rendre/reglages-rendu';
import { checkCout, foreseeEntrepreneur, foreseeParticipants } from './foresee-fiches';
import { openFicheAction, openFicheEntrepreneur, type DemandeFiche } from './open-fiche';
import {
  scheduleEnvoiEntrepreneur,
  type EnvoiEntrepreneurDemande,
} from './schedule-envoi-entrepreneur';
import { sendToParticipants, type EnvoiParticipantsDemande } from './send-to-participants';

/** Guide §8 and §9: the use cases of the fiches. */
export function bindFiches(stores: Stores) {
  const { moteur, fiches, lecture, credits, historique } = stores;
  const { versions, parametres } = moteur;
  const { zone, heure, heuresPromotion, repentirMs } = moteur.reglages;
  const deps = {
    ...{ fiches, lecture, credits, versions, parametres },
    ...{ zone, heure, heuresPromotion, repentirMs },
    readReglagesRendu: () => readReglagesRendu(moteur),
  };
  return {
    openFicheEntrepreneur: (demande: DemandeFiche) => openFicheEntrepreneur(deps, demande),
    openFicheAction: (demande: DemandeFiche) => openFicheAction(deps, demande),
    foreseeEntrepreneur: (demande: Omit<EnvoiEntrepreneurDemande, 'auteurId'>) =>
      foreseeEntrepreneur(deps, demande),
    foreseeParticipants: (demande: Omit<EnvoiParticipantsDemande, 'auteurId'>) =>
      foreseeParticipants(deps, demande),
    async scheduleEnvoiEntrepreneur(demande: EnvoiEntrepreneurDemande) {
      await checkCout(deps, await foreseeEntrepreneur(deps, demande));
      return scheduleEnvoiEntrepreneur(deps, demande);
    },
    async sendToParticipants(demande: EnvoiParticipantsDemande) {
      await checkCout(deps, await foreseeParticipants(deps, demande));
      return sendToParticipants(deps, demande);
    },
    showMessage: (envoiDocumentId: string, perimetre: Perimetre) =>
      showMessage({ historique, moteur }, envoiDocumentId, perimetre),
  };
}
