import type { Core } from '@strapi/strapi';
import { signAccords } from '../adapters/sql/accords/accords';
import { readAuteur, runAs } from '../adapters/sql/actes/auteur';
import { createActes } from '../adapters/sql/actes/list-actes';
import { noteActe } from '../adapters/sql/actes/note-acte';
import type { FaitsDe, NomActe } from '../../../core/acte';
import { createDns } from '../adapters/dns/dns';
import { checkPiecesJointes } from '../adapters/mail/pieces-jointes';
import { readJetonDesinscription } from '../adapters/jetons/desinscription';
import { readJetonReponse } from '../adapters/jetons/reponse';
import { listEmpreintesSuivi } from '../adapters/jetons/empreinte-suivi';
import { createEmpreintes } from '../adapters/jetons/empreintes';
import { createPreuves } from '../adapters/sql/archives/preuves';
import { createCampagnes } from '../adapters/sql/campagnes/campagnes';
import { createFiltres } from '../adapters/sql/campagnes/filtres-enregistres';
import { createAttente } from '../adapters/sql/envois/attente';
import { createRegles } from '../adapters/sql/envois-automatiques/regles';
import { createExemplaires } from '../adapters/sql/exemplaires/exemplaires';
import { createAgenda } from '../adapters/sql/fiches/agenda';
import { createFiches } from '../adapters/sql/fiches/fiches';
import { createFichesLecture } from '../adapters/sql/fiches/lecture';
import { createHistorique } from '../adapters/sql/fiches/historique';
import { createCobayes } from '../adapters/sql/modeles/cobayes';
import { createModeles } from '../adapters/sql/modeles/modeles';
import { createTesteurs } from '../adapters/sql/modeles/testeurs';
import { createDesinscriptions } from '../adapters/sql/oppositions/desinscriptions';
import { createCredits } from '../adapters/sql/packages-sms/credits';
import { createPackages } from '../adapters/sql/packages-sms/packages';
import { createSoireesDuSoir } from '../adapters/sql/soirees/soirees-du-soir';
import { createPrevisions } from '../adapters/sql/soirees/previsions';
import { createSuiviPackages } from '../adapters/sql/packages-sms/suivi';
import { createPerimetres } from '../adapters/sql/perimetres/perimetres';
import { createPersonnes } from '../adapters/sql/personnes/personnes';
import { createReglages, VIERGES } from '../adapters/sql/parametres/reglages';
import { isPannePassagere } from '../adapters/sql/panne';
import { createProgrammes } from '../adapters/sql/programmer/programmes';
import { createRepertoire } from '../adapters/sql/repertoire/repertoire';
import { createReferences } from '../adapters/sql/references';
import { createPlaces } from '../adapters/sql/reponses/places';
import { createReponses } from '../adapters/sql/reponses/reponses';
import type { Clock } from '../services/ports/moteur';
import type { ReglagesEnregistres, ReglagesStore } from '../services/ports/parametres';
import type { Stores } from '../services/ports/stores';
import { bindUseCases, type UseCases } from '../services/application';
import { openAccesBase, type AccesBase } from './compose/base';
import { createCadre, readSouvent, type Cadre } from './compose/cadre';
import { createCoffre } from './compose/coffre';
import { empreinteurOf, listClesDe, type Hote } from './compose/hote';
import { describeHote } from './compose/hote-strapi';
import { createMoteur } from './compose/moteur';
import { createPlanification } from './compose/planification';
import { createRebondsDeps, describeUrlRetours } from './compose/rebonds';
import type { ReglagesModule } from './compose/reglages-module';
import { describeUrlSuivi } from './compose/sms';

export interface Application extends UseCases, Stores, AccesBase {
  /** The envoi behind a désinscription link; null when the link was not made here. */
  readDesinscrit: (jeton: string) => number | null;
  /** The participation behind the link of an answer; null when the link was not made here. */
  readInvite: (jeton: string) => number | null;
  reglages: ReglagesModule;
  /** Who is at work; null: the module by itself. */
  readAuteur: typeof readAuteur;
  runAs: typeof runAs;
  /** Within a transaction of Strapi's. */
  signAccords: typeof signAccords;
  /** In the transaction of what was done. */
  noteActe: typeof noteActe;
  /** What was read and taken away. */
  noteExport: <N extends NomActe>(
    nom: N,
    faits: FaitsDe<N>,
    concerne?: Parameters<typeof noteActe>[3]
  ) => Promise<void>;
}

const horloges = new WeakMap<Core.Strapi, Clock>();

/**
 * For tests and `demo -- --check` (decision F20): no setting of production moves the clock.
 * @public
 */
export function setClock(strapi: Core.Strapi, clock: Clock): void {
  horloges.set(strapi, clock);
}

function createStores(hote: Hote, cadre: Cadre): Stores {
  const { knex } = hote;
  const { parametres, optionsSms, ...reglagesDeps } = cadre;
  const { zone, heure, compteSms } = cadre.effectifs;
  const { promotionSansConsentement } = readSouvent(parametres);
  const horloge = { zone, heure };
  const moteur = createMoteur(
    hote,
    cadre,
    createPlanification(() => stores)
  );
  const stores: Stores = {
    moteur,
    reglagesDeps: {
      ...reglagesDeps,
      reglages: createReglages(knex, createCoffre(hote)),
      dns: createDns(),
      urlSuivi: describeUrlSuivi(compteSms.fournisseur, optionsSms),
      urlRetours: describeUrlRetours(cadre),
    },
    modeles: createModeles(knex),
    piecesJointes: moteur.piecesJointes,
    checkFichiers: checkPiecesJointes,
    ...{ cobayes: createCobayes(knex), testeurs: createTesteurs(knex) },
    exemplaires: createExemplaires(knex),
    empreintesPreuves: createEmpreintes(listClesDe(hote, 'exemplaire')),
    regles: createRegles(knex, horloge),
    programmes: createProgrammes(knex, horloge),
    isPannePassagere,
    fiches: createFiches(knex, promotionSansConsentement),
    personnes: createPersonnes(knex, empreinteurOf(hote)),
    desinscriptions: createDesinscriptions(knex, empreinteurOf(hote)),
    perimetres: createPerimetres(knex),
    lecture: createFichesLecture(knex, promotionSansConsentement),
    historique: createHistorique(knex, promotionSansConsentement),
    credits: createCredits(knex),
    campagnes: createCampagnes(knex, promotionSansConsentement),
    filtres: createFiltres(knex),
    attente: createAttente(knex, zone, promotionSansConsentement),
    previsions: createPrevisions(knex),
    duSoir: createSoireesDuSoir(knex, horloge, promotionSansConsentement),
    packages: createPackages(knex),
    ...{ preuves: createPreuves(knex, zone), actes: createActes(knex, zone) },
    references: createReferences(knex),
    rebondsDeps: createRebondsDeps(hote, cadre),
    ...{ reponses: createReponses(knex), places: createPlaces(knex) },
    agenda: createAgenda(knex),
    repertoire: createRepertoire(knex, promotionSansConsentement),
    empreintesSuivi: (de, requete) => listEmpreintesSuivi(listClesDe(hote, 'suivi'), de, requete),
    suiviPackages: createSuiviPackages(knex, zone),
  };
  return stores;
}

/**
 * The module under these settings; by default those of the environment alone.
 * @public
 */
export function composeOn(hote: Hote, enregistres: ReglagesEnregistres = VIERGES): Application {
  const { knex, reglages } = hote;
  const stores = createStores(hote, createCadre(hote, enregistres));
  return {
    ...stores,
    ...bindUseCases(stores),
    reglages,
    readDesinscrit: (jeton) => readJetonDesinscription(listClesDe(hote, 'desinscription'), jeton),
    readInvite: (jeton) => readJetonReponse(listClesDe(hote, 'reponse'), jeton),
    ...openAccesBase(hote),
    ...{ readAuteur, runAs, noteActe, signAccords },
    noteExport: (nom, faits, concerne) => noteActe(knex, nom, faits, concerne),
  };
}

/** What one Strapi instance keeps. */
interface Instance {
  hote: Hote;
  store: ReglagesStore;
  /** Of the settings that `application` was composed under. */
  empreinte: string;
  application: Application;
}

const instances = new WeakMap<Core.Strapi, Instance>();

function openInstance(strapi: Core.Strapi): Instance {
  const connue = instances.get(strapi);
  if (connue !== undefined) {
    return connue;
  }
  const hote = describeHote(strapi, () => horloges.get(strapi) ?? null);
  const store = createReglages(hote.knex, createCoffre(hote));
  const application = composeOn(hote);
  const instance = { hote, store, empreinte: VIERGES.empreinte, application };
  instances.set(strapi, instance);
  return instance;
}

/** The only place that sees both use cases and adapters. As the settings were when last read. */
export function compose(strapi: Core.Strapi): Application {
  return openInstance(strapi).application;
}

/**
 * The application under the settings of now: one small query, and everything composed anew when someone has
 * changed them, on this instance or on another. Asked at every request and every tick; what is under way
 * goes on with the settings it began with.
 */
export async function composeAnew(strapi: Core.Strapi): Promise<Application> {
  const instance = openInstance(strapi);
  const enregistres = await instance.store.load();
  if (enregistres.empreinte !== instance.empreinte) {
    instance.application = composeOn(instance.hote, enregistres);
    instance.empreinte = enregistres.empreinte;
  }
  return instance.application;
}
