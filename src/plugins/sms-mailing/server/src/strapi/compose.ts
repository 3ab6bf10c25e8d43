import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { createDns } from '../adapters/dns/dns';
import { compileMail } from '../adapters/mail/composeur';
import { miseEnPage } from '../adapters/mail/mise-en-page/mise-en-page';
import { checkPiecesJointes } from '../adapters/mail/pieces-jointes';
import { createDesinscription, readJetonDesinscription } from '../adapters/jetons/desinscription';
import { listEmpreintesSuivi } from '../adapters/jetons/empreinte-suivi';
import { createEmpreintes } from '../adapters/jetons/empreintes';
import { createAvis } from '../adapters/sql/avis';
import { createCalculs } from '../adapters/sql/calculs/calculs';
import { createCampagnes } from '../adapters/sql/campagnes/campagnes';
import { createFiltres } from '../adapters/sql/campagnes/filtres-enregistres';
import { createAttente } from '../adapters/sql/envois/attente';
import { createLedger } from '../adapters/sql/envois/ledger';
import { createOuvriers } from '../adapters/sql/envois/ouvriers';
import { createReglagesRendu } from '../adapters/sql/envois/reglages-rendu';
import { createRegles } from '../adapters/sql/envois-automatiques/regles';
import { createSoirees } from '../adapters/sql/envois-automatiques/soirees';
import { createExemplaires } from '../adapters/sql/exemplaires/exemplaires';
import { createAgenda } from '../adapters/sql/fiches/agenda';
import { createFiches } from '../adapters/sql/fiches/fiches';
import { createFichesLecture } from '../adapters/sql/fiches/lecture';
import { createHistorique } from '../adapters/sql/fiches/historique';
import { createCobayes } from '../adapters/sql/modeles/cobayes';
import { createModeles } from '../adapters/sql/modeles/modeles';
import { createPiecesJointes } from '../adapters/sql/modeles/pieces-jointes';
import { createTesteurs } from '../adapters/sql/modeles/testeurs';
import { createVersions } from '../adapters/sql/modeles/versions';
import { createOppositions, readEnvoiNomme } from '../adapters/sql/oppositions/oppositions';
import { createCredits } from '../adapters/sql/packages-sms/credits';
import { createPackages } from '../adapters/sql/packages-sms/packages';
import { createSoireesDuSoir } from '../adapters/sql/soirees/soirees-du-soir';
import { createPrevisions } from '../adapters/sql/soirees/previsions';
import { createSuiviPackages } from '../adapters/sql/packages-sms/suivi';
import { createPerimetres } from '../adapters/sql/perimetres/perimetres';
import { createPersonnes } from '../adapters/sql/personnes/personnes';
import { createReglages, VIERGES } from '../adapters/sql/parametres/reglages';
import { HORLOGE_DONNEE } from '../adapters/sql/horloge';
import { isPannePassagere } from '../adapters/sql/panne';
import { createProgrammes } from '../adapters/sql/programmer/programmes';
import { createRepertoire } from '../adapters/sql/repertoire/repertoire';
import { createSuivis } from '../adapters/sql/suivis/suivis';
import { chrono } from '../adapters/temps/chrono';
import { createReferences } from '../adapters/sql/references';
import type { Clock, Moteur } from '../services/ports/moteur';
import type { ReglagesEnregistres, ReglagesStore } from '../services/ports/parametres';
import type { Stores } from '../services/ports/stores';
import { createVersionsAJour } from '../services/rendre/versions-a-jour';
import { bindUseCases, type UseCases } from '../services/application';
import { openAccesBase, type AccesBase } from './compose/base';
import { createCadre, readSouvent, type Cadre } from './compose/cadre';
import { createCoffre } from './compose/coffre';
import { empreinteurOf, listClesDe, type Hote } from './compose/hote';
import { describeHote } from './compose/hote-strapi';
import { openMailSmtp } from './compose/mail';
import { createPlanification, type Planification } from './compose/planification';
import type { ReglagesModule } from './compose/reglages-module';
import { createSms, describeUrlSuivi } from './compose/sms';
import { openTransports, retuneTransports, shareFenetre } from './compose/transports';

export interface Application extends UseCases, Stores, AccesBase {
  /** The envoi behind a désinscription link; null when the link was not made here. */
  readDesinscrit: (jeton: string) => Promise<number | null>;
  reglages: ReglagesModule;
}

const TAILLE_LOT = 500;

const horloges = new WeakMap<Core.Strapi, Clock>();

/**
 * For tests and `demo -- --check` (decision F20): no setting of production moves the clock.
 * @public
 */
export function setClock(strapi: Core.Strapi, clock: Clock): void {
  horloges.set(strapi, clock);
}

function createMoteur(
  hote: Hote,
  { effectifs, enregistres, parametres, optionsSms }: Cadre,
  planification: Planification
): Moteur {
  const { knex, reglages, clock, journal } = hote;
  const { zone, heure, heuresPromotion, expediteur, suspensions } = effectifs;
  const bailMs = reglages.bailSecondes * 1_000;
  const empreinteur = empreinteurOf(hote);
  return {
    ledger: createLedger(knex, { zone, bailMs, empreinteur, ...readSouvent(parametres) }),
    ouvriers: createOuvriers(knex),
    soirees: { ...createSoirees(knex), ...planification },
    versions: createVersionsAJour(createVersions(knex), miseEnPage),
    piecesJointes: createPiecesJointes(knex),
    parametres,
    reglagesRendu: createReglagesRendu(knex),
    oppositions: createOppositions(knex, empreinteur),
    calculs: createCalculs(knex, empreinteur),
    suivis: createSuivis(knex, empreinteur),
    avis: createAvis(knex, { zone, heure }),
    packages: createPackages(knex),
    desinscription: createDesinscription(reglages.publicUrl, listClesDe(hote, 'desinscription')),
    miseEnPage,
    compileMail,
    mail: hote.mail ?? openMailSmtp(reglages, journal),
    sms: createSms(effectifs.compteSms, optionsSms, effectifs.faits.champsManquants),
    transports: retuneTransports(
      hote.transports ?? openTransports(reglages),
      enregistres.parametres
    ),
    clock,
    horloge: hote.horloge ?? HORLOGE_DONNEE,
    chrono,
    journal,
    drawNumero: randomUUID,
    reglages: {
      zone,
      heure,
      heuresPromotion,
      expediteur,
      fenetre: shareFenetre(reglages),
      tailleLot: TAILLE_LOT,
      bailMs,
      repentirMs: enregistres.parametres.repentirSecondes * 1_000,
    },
    suspensions,
    suspendue: enregistres.suspendue,
  };
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
    },
    modeles: createModeles(knex),
    piecesJointes: moteur.piecesJointes,
    checkFichiers: checkPiecesJointes,
    cobayes: createCobayes(knex),
    testeurs: createTesteurs(knex),
    exemplaires: createExemplaires(knex),
    empreintesPreuves: createEmpreintes(listClesDe(hote, 'exemplaire')),
    regles: createRegles(knex, horloge),
    programmes: createProgrammes(knex, horloge),
    isPannePassagere,
    fiches: createFiches(knex, promotionSansConsentement),
    personnes: createPersonnes(knex, empreinteurOf(hote)),
    perimetres: createPerimetres(knex),
    lecture: createFichesLecture(knex, promotionSansConsentement),
    historique: createHistorique(knex),
    credits: createCredits(knex),
    campagnes: createCampagnes(knex),
    filtres: createFiltres(knex),
    attente: createAttente(knex, zone, promotionSansConsentement),
    previsions: createPrevisions(knex),
    duSoir: createSoireesDuSoir(knex, horloge, promotionSansConsentement),
    packages: createPackages(knex),
    references: createReferences(knex),
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
  const cles = listClesDe(hote, 'desinscription');
  const stores = createStores(hote, createCadre(hote, enregistres));
  return {
    ...stores,
    ...bindUseCases(stores),
    reglages,
    readDesinscrit: (jeton) => {
      const envoiId = readJetonDesinscription(cles, jeton);
      return envoiId === null ? Promise.resolve(null) : readEnvoiNomme(knex, envoiId);
    },
    ...openAccesBase(hote),
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
