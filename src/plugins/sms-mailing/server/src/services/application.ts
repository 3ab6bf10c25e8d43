import type { Perimetre } from '../../../core/perimetre';
import { bindCampagnes } from './campagnes/bind-campagnes';
import { bindEnvoisAutomatiques } from './envois-automatiques/bind-envois-automatiques';
import { deliverDue, type Poste } from './envois/deliver-due';
import { createPostes, runTick, watchOver } from './envois/run-tick';
import { bindFiches } from './fiches/bind-fiches';
import { bindModeles } from './modeles/bind-modeles';
import { deletePackage } from './packages-sms/delete-package';
import { describeSuivi } from './packages-sms/describe-suivi';
import { bindParametres } from './parametres/bind-parametres';
import { bindPersonnes } from './personnes/bind-personnes';
import type { AnnonceSuivi, RequeteSuivi } from './ports/sms';
import type { Stores } from './ports/stores';
import { describeSoiree } from './soiree/describe-soiree';
import { runSoiree } from './soiree/run-soiree';
import { admitSuivi, receiveSuivi } from './suivis/receive-suivi';

function bindEvening(stores: Stores) {
  const { moteur } = stores;
  return {
    describeSoiree: (perimetre: Perimetre) => describeSoiree(stores, perimetre),
    runSoireeMaintenant: (perimetre: Perimetre) => runSoiree(stores, perimetre),
    watchOver: () => watchOver(moteur),
    createPostes: (ouvrier: string) => createPostes(moteur, ouvrier),
    deliverDue: (poste: Poste, signal: AbortSignal) => deliverDue(moteur, poste, signal),
    runTick: (ouvrier: string, signal: AbortSignal) => runTick(moteur, ouvrier, signal),
  };
}

function bindSuivis({ moteur, reglagesDeps }: Stores) {
  const deps = { moteur, fournisseur: reglagesDeps.effectifs.compteSms.fournisseur };
  return {
    admitSuivi: (de: string, annonce: AnnonceSuivi) => admitSuivi(deps, de, annonce),
    receiveSuivi: (de: string, requete: RequeteSuivi) => receiveSuivi(deps, de, requete),
  };
}

/** Every use case of the module, its ports already in place. */
export function bindUseCases(stores: Stores) {
  const { moteur, credits, packages, reglagesDeps } = stores;
  return {
    ...bindModeles(stores),
    ...bindCampagnes(stores),
    ...bindEnvoisAutomatiques(stores),
    ...bindFiches(stores),
    ...bindPersonnes(stores),
    ...bindEvening(stores),
    ...bindParametres({ ...reglagesDeps, moteur, credits, packages }),
    ...bindSuivis(stores),
    deletePackage: (documentId: string) => deletePackage(stores.packages, documentId),
    describeSuiviPackages: () => describeSuivi(stores),
  };
}

export type UseCases = ReturnType<typeof bindUseCases>;
