import { nextEnvoiDuSoir, phraseDepart, localDate } from '../../../core/horaire';
import type { Perimetre } from '../../../core/perimetre';
import { bindCampagnes } from './campagnes/bind-campagnes';
import { bindEnvoisAutomatiques } from './envois-automatiques/bind-envois-automatiques';
import { isActive } from './envois-automatiques/list-envois-automatiques';
import { deliverDue, type Poste } from './envois/deliver-due';
import { createPostes, runTick, watchOver } from './envois/run-tick';
import { bindFiches } from './fiches/bind-fiches';
import { bindModeles } from './modeles/bind-modeles';
import { deletePackage } from './packages-sms/delete-package';
import { describeSuivi } from './packages-sms/describe-suivi';
import { bindParametres } from './parametres/bind-parametres';
import { bindPersonnes } from './personnes/bind-personnes';
import type { RequeteSuivi } from './ports/sms';
import type { Stores } from './ports/stores';
import { receiveSuivi } from './suivis/receive-suivi';

function bindEvening(stores: Stores) {
  const { regles, moteur, attente } = stores;
  const { zone, heure } = moteur.reglages;
  return {
    /** What waits for the next evening, automatic envois of today included. */
    async describeSoiree(perimetre: Perimetre) {
      const now = moteur.clock();
      const prochainDepart = nextEnvoiDuSoir(now, zone, heure);
      const soir = localDate(prochainDepart, zone);
      const actives = (await regles.list()).filter(isActive);
      const parRegle = await regles.countSoir(actives, soir, perimetre);
      const automatiquesCeSoir = [...parRegle.values()].reduce(
        (n, { recevront }) => n + recevront,
        0
      );
      const comptes = await attente.count(prochainDepart);
      return {
        phrase: phraseDepart(now, zone, prochainDepart),
        prochainDepart,
        suspensions: moteur.suspensions,
        ...comptes,
        automatiquesCeSoir,
      };
    },

    /** Same keys as the evening: the real 19h repeats nothing (decision E8). */
    async runSoireeMaintenant() {
      const now = moteur.clock();
      const avances = await attente.bringForward(nextEnvoiDuSoir(now, zone, heure), now);
      let automatiques = 0;
      for (const { id, regle, modeleInactif } of await regles.list()) {
        if (!regle.inactif && !modeleInactif) {
          automatiques += await moteur.soirees.planRegle(id, {
            soir: localDate(now, zone),
            depart: now,
            retarde: false,
            now,
          });
        }
      }
      await attente.wake();
      return { automatiques, avances };
    },

    watchOver: () => watchOver(moteur),
    createPostes: (ouvrier: string) => createPostes(moteur, ouvrier),
    deliverDue: (poste: Poste, signal: AbortSignal) => deliverDue(moteur, poste, signal),
    runTick: (ouvrier: string, signal: AbortSignal) => runTick(moteur, ouvrier, signal),
  };
}

/** Every use case of the module, its ports already in place. */
export function bindUseCases(stores: Stores) {
  const { moteur, credits, packages, reglagesDeps } = stores;
  const { zone, heure } = moteur.reglages;
  return {
    ...bindModeles(stores),
    ...bindCampagnes(stores),
    ...bindEnvoisAutomatiques(stores),
    ...bindFiches(stores),
    ...bindPersonnes(stores),
    ...bindEvening(stores),
    ...bindParametres({ ...reglagesDeps, moteur, credits, packages }),
    receiveSuivi: (de: string, requete: RequeteSuivi) =>
      receiveSuivi(
        { moteur, fournisseur: reglagesDeps.effectifs.compteSms.fournisseur },
        de,
        requete
      ),
    deletePackage: (documentId: string) => deletePackage(stores.packages, documentId),
    describeSuiviPackages: () =>
      describeSuivi(stores.suiviPackages, { zone, heure }, moteur.clock()),
  };
}

export type UseCases = ReturnType<typeof bindUseCases>;
