import type { PersonneVisee } from '../../../core/api/oppositions';
import type { Perimetre } from '../../../core/perimetre';
import { bindCampagnes } from './campagnes/bind-campagnes';
import { bindEnvoisAutomatiques } from './envois-automatiques/bind-envois-automatiques';
import { deliverDue, type Poste } from './livrer/deliver-due';
import type { OuvrierStore } from './ports/envois';
import { createPostes, runTick, watchBeside, watchOver } from './soiree/run-tick';
import { bindExemplaires } from './exemplaires/bind-exemplaires';
import { bindFiches } from './fiches/bind-fiches';
import { exportPersonne } from './fiches/export-personne';
import { bindModeles } from './modeles/bind-modeles';
import { bindPackages } from './packages-sms/bind-packages';
import { bindParametres } from './parametres/bind-parametres';
import { bindPerimetres } from './perimetres/bind-perimetres';
import { bindPersonnes } from './personnes/bind-personnes';
import type { AnnonceSuivi, RequeteSuivi } from './ports/sms';
import type { Stores } from './ports/stores';
import { bindRebonds } from './rebonds/bind-rebonds';
import { admitEvenements, receiveEvenements } from './rebonds/receive-evenements';
import { bindReponses } from './reponses/bind-reponses';
import { bindSoiree } from './soiree/bind-soiree';
import { createSoireeDeps } from './soiree/create-plan-deps';
import { readPrevision } from './soiree/prevoir-soiree';
import { admitSuivi, receiveSuivi } from './suivis/receive-suivi';

function bindEvening(stores: Stores) {
  const { moteur } = stores;
  return {
    ...bindSoiree(stores),
    watchOver: () => watchOver(moteur),
    watchBeside: () => watchBeside(moteur),
    createPostes: (ouvrier: string, pouls?: Pick<OuvrierStore, 'beat'>) =>
      createPostes(moteur, ouvrier, pouls),
    readEpoque: () => moteur.ledger.readEpoque(),
    deliverDue: (poste: Poste, epoque: string, signal: AbortSignal) =>
      deliverDue(moteur, poste, epoque, signal),
    runTick: (ouvrier: string, signal: AbortSignal) => runTick(moteur, ouvrier, signal),
  };
}

/** Of SMS, and of what comes back of e-mails when their provider tells it. */
function bindSuivis({ moteur, reglagesDeps, rebondsDeps, empreintesSuivi: empreintesOf }: Stores) {
  const { fournisseur } = reglagesDeps.effectifs.compteSms;
  const deps = { moteur, fournisseur, empreintesOf };
  const isDesMails = (de: string): boolean => de === rebondsDeps.fournisseur?.nom;
  return {
    admitSuivi: (de: string, annonce: AnnonceSuivi) =>
      isDesMails(de) ? admitEvenements(rebondsDeps, de, annonce) : admitSuivi(deps, de, annonce),
    receiveSuivi: (de: string, requete: RequeteSuivi) =>
      isDesMails(de)
        ? receiveEvenements(rebondsDeps, de, requete)
        : receiveSuivi(deps, de, requete),
  };
}

/** Every use case of the module, its ports already in place. */
export function bindUseCases(stores: Stores) {
  const { moteur, credits, packages, exemplaires, reglagesDeps } = stores;
  const evening = bindEvening(stores);
  return {
    ...bindModeles(stores),
    ...bindCampagnes(stores),
    ...bindEnvoisAutomatiques(stores, (soir) =>
      readPrevision(createSoireeDeps(stores), soir, 'gardee')
    ),
    ...bindFiches(stores),
    ...bindPersonnes(stores),
    ...evening,
    ...bindPerimetres(stores, async (perimetre) => {
      const { programmes, automatiquesCeSoir } = await evening.describeSoiree(perimetre);
      return programmes + automatiquesCeSoir;
    }),
    exportPersonne: (personne: PersonneVisee, perimetre: Perimetre) =>
      exportPersonne(stores, personne, perimetre),
    ...bindRebonds(stores),
    ...bindReponses(stores),
    ...bindPackages(stores),
    ...bindParametres({ ...reglagesDeps, moteur, credits, packages, exemplaires }),
    ...bindExemplaires({ ...stores, effectifs: reglagesDeps.effectifs }),
    ...bindSuivis(stores),
  };
}

export type UseCases = ReturnType<typeof bindUseCases>;
