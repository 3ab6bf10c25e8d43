import type { ProgrammationResultat } from '../../../../core/api/fiches';
import type { Perimetre } from '../../../../core/perimetre';
import { showMessage } from '../historiques/show-message';
import type { Stores } from '../ports/stores';
import { createChaine } from '../programmer/chaine';
import type { Demande, ProgrammationModele } from '../programmer/demande';
import { programmer } from '../programmer/programmer';
import { relancer, type DemandeRelance } from '../programmer/relancer';
import { describeAvantEnvoi } from './avant-envoi';
import { openFicheAction, openFicheEntrepreneur, type DemandeFiche } from './open-fiche';

function toResultat(ecrit: ProgrammationModele): ProgrammationResultat {
  return {
    modele: ecrit.modele,
    programmes: ecrit.programmes,
    dejaProgrammes: ecrit.vus - ecrit.programmes,
    credits: ecrit.credits,
    depart: ecrit.depart,
    envoiDocumentIds: ecrit.documentIds,
  };
}

/** Guide §8 and §9: the use cases of the fiches. */
export function bindFiches(stores: Stores) {
  const { moteur, lecture, credits, historique } = stores;
  const { zone, heure } = moteur.reglages;
  const chaine = createChaine(stores);
  const deps = { lecture, credits, zone, heure };
  return {
    openFicheEntrepreneur: (demande: DemandeFiche) => openFicheEntrepreneur(deps, demande),
    openFicheAction: (demande: DemandeFiche) => openFicheAction(deps, demande),
    foreseeFiche: (demande: Demande) => describeAvantEnvoi(chaine, demande),
    programmerFiche: async (demande: Demande): Promise<ProgrammationResultat[]> =>
      (await programmer(chaine, demande)).modeles.map(toResultat),
    relancer: async (demande: DemandeRelance): Promise<ProgrammationResultat[]> =>
      (await relancer(chaine, demande)).map(toResultat),
    showMessage: (envoiDocumentId: string, perimetre: Perimetre) =>
      showMessage({ historique, moteur }, envoiDocumentId, perimetre),
  };
}
