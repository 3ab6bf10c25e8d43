import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ClientConfig } from 'pg';
import { parseAdresse } from '../adapters/mail/adresse';
import { compileMail } from '../adapters/mail/composeur';
import { createMailSenderStrapi } from '../adapters/mail/fournisseur-strapi';
import { miseEnPage } from '../adapters/mail/mise-en-page/mise-en-page';
import { checkPiecesJointes } from '../adapters/mail/pieces-jointes';
import { createMailSenderSmtp } from '../adapters/mail/smtp';
import { createDesinscription, readJetonDesinscription } from '../adapters/jetons/desinscription';
import { appendTo, createSmsSenderJournal } from '../adapters/sms/journal';
import { createSmsSenderTwilio } from '../adapters/sms/twilio';
import { createCampagnes } from '../adapters/sql/campagnes/campagnes';
import { createAttente } from '../adapters/sql/envois/attente';
import { createLedger } from '../adapters/sql/envois/ledger';
import { createOuvriers } from '../adapters/sql/envois/ouvriers';
import { listenEnvois } from '../adapters/sql/envois/reveil';
import { applySchema } from '../adapters/sql/schema/apply-schema';
import { createRegles } from '../adapters/sql/envois-automatiques/regles';
import { createSoirees } from '../adapters/sql/envois-automatiques/soirees';
import { createFiches } from '../adapters/sql/fiches/fiches';
import { createHistorique } from '../adapters/sql/fiches/historique';
import { createCobayes } from '../adapters/sql/modeles/cobayes';
import { createModeles } from '../adapters/sql/modeles/modeles';
import { createPiecesJointes } from '../adapters/sql/modeles/pieces-jointes';
import { createTesteurs } from '../adapters/sql/modeles/testeurs';
import { createVersions } from '../adapters/sql/modeles/versions';
import { createOppositions, readAdresseEnvoi } from '../adapters/sql/oppositions';
import { createCredits } from '../adapters/sql/packages-sms/credits';
import { createPackages } from '../adapters/sql/packages-sms/packages';
import { createSuiviPackages } from '../adapters/sql/packages-sms/suivi';
import { createParametres } from '../adapters/sql/parametres';
import { chrono } from '../adapters/temps/chrono';
import { createTransports } from '../services/envois/transports';
import { createReferences } from '../adapters/sql/references';
import type { MailSender } from '../services/ports/mail';
import type { SmsSender } from '../services/ports/sms';
import type { Clock, Journal, Moteur } from '../services/ports/moteur';
import { bindUseCases, type UseCases } from '../services/application';
import type { Stores } from '../services/ports/stores';

/** config/plugins.ts, as read from the environment. */
export interface ReglagesModule {
  zone: string;
  heure: string;
  scheduler: 'on' | 'off';
  role: 'web' | 'worker' | 'all';
  publicUrl: string;
  mail: { expediteur: string; transport: Record<string, unknown> };
  sms: {
    fournisseur: string;
    expediteur: string;
    urlBase: string;
    /** Where the provider « journal » writes. */
    journal: string;
    twilio: { accountSid: string; authToken: string; messagingServiceSid: string };
  };
}

export interface Application extends UseCases, Stores {
  /** Boot: indexes and checks that schema.json cannot say. */
  applySchema: () => Promise<void>;
  /** The address behind a désinscription link; null when the link was not made here. */
  readDesinscrit: (jeton: string) => Promise<string | null>;
  /** Calls back when envois are due at once; answers what stops listening. */
  listenEnvois: (onEnvoi: () => void) => () => Promise<void>;
  reglages: ReglagesModule;
}

const BAIL_MS = 30_000;
/** Fifty on the wire at most for one process. */
const FENETRE = { soir: 40, immediate: 10 };
/** Requests at once to an SMS operator. */
const SMS_PARALLELES = 10;
const TAILLE_LOT = 500;

const applications = new WeakMap<Core.Strapi, Application>();
const horloges = new WeakMap<Core.Strapi, Clock>();

/**
 * For tests and `demo -- --check` (decision F20): no setting of production moves the clock.
 * @public
 */
export function setClock(strapi: Core.Strapi, clock: Clock): void {
  horloges.set(strapi, clock);
}

interface CourrielStrapi {
  send(options: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** The association's nodemailer settings feed our own pool (null); any other provider goes through Strapi's plugin. */
function createMailStrapi(strapi: Core.Strapi, reglages: ReglagesModule): MailSender | null {
  const fournisseur = strapi.config.get<string>('plugin::email.provider');
  if (fournisseur === 'nodemailer' && reglages.mail.transport.host !== undefined) {
    return null;
  }
  const email: CourrielStrapi = strapi.plugin('email').service('email');
  return createMailSenderStrapi((options) => email.send(options));
}

/** An unknown name stops the boot: better no start than SMS that go nowhere. */
function createSms({ sms }: ReglagesModule, now: Clock): SmsSender {
  switch (sms.fournisseur) {
    case 'twilio':
      return createSmsSenderTwilio({
        accountSid: sms.twilio.accountSid,
        authToken: sms.twilio.authToken,
        cleApi: null,
        expediteur: sms.expediteur,
        messagingServiceSid: sms.twilio.messagingServiceSid || null,
        urlSuivi: null,
        urlApi: sms.urlBase || null,
        delaiMs: 20_000,
      });
    case 'journal':
      return createSmsSenderJournal({ append: appendTo(sms.journal), now, numerosEnClair: false });
    default:
      throw new Error(
        `Le fournisseur de SMS « ${sms.fournisseur} » est inconnu : choisissez twilio ou journal (SMS_FOURNISSEUR).`
      );
  }
}

/** As many hand-overs at once as connections to the server: none waits in a queue that nobody can call back. */
function countConnexions({ mail }: ReglagesModule): number {
  const { maxConnections } = mail.transport;
  return typeof maxConnections === 'number' ? maxConnections : 5;
}

/** Where the module runs: Strapi, or a bare process that only delivers (benches, crash tests). */
export interface Hote {
  knex: Knex;
  /** For the connection that listens. */
  connexion: ClientConfig;
  reglages: ReglagesModule;
  /** Null: our own pool, from `reglages.mail.transport`. */
  mail: MailSender | null;
  clock: Clock;
  journal: Journal;
  /** Signs the désinscription links. */
  secret: string;
}

function createStores({ knex, reglages, mail, clock, journal, secret }: Hote): Stores {
  const parametres = createParametres(knex);
  const promotionSansConsentement = async (): Promise<boolean> =>
    (await parametres.read()).promotionSansConsentement === true;
  const { zone, heure } = reglages;
  const moteur: Moteur = {
    ledger: createLedger(knex, {
      zone,
      bailMs: BAIL_MS,
      promotionSansConsentement,
      autoriserDepassement: async () => (await parametres.read()).autoriserDepassement,
    }),
    ouvriers: createOuvriers(knex),
    soirees: createSoirees(knex, { zone, heure }),
    versions: createVersions(knex),
    piecesJointes: createPiecesJointes(knex),
    parametres,
    oppositions: createOppositions(knex),
    desinscription: createDesinscription(reglages.publicUrl, secret),
    miseEnPage,
    compileMail,
    mail: mail ?? createMailSenderSmtp(reglages.mail.transport),
    sms: createSms(reglages, clock),
    transports: createTransports(
      {
        mail: { parallele: countConnexions(reglages), parSeconde: null, parHeure: null },
        sms: { parallele: SMS_PARALLELES, parSeconde: null, parHeure: null },
      },
      chrono
    ),
    clock,
    chrono,
    journal,
    reglages: {
      zone,
      heure,
      expediteur: parseAdresse(reglages.mail.expediteur),
      fenetre: FENETRE,
      tailleLot: TAILLE_LOT,
      bailMs: BAIL_MS,
    },
  };
  return {
    moteur,
    modeles: createModeles(knex),
    piecesJointes: moteur.piecesJointes,
    checkFichiers: checkPiecesJointes,
    cobayes: createCobayes(knex),
    testeurs: createTesteurs(knex),
    regles: createRegles(knex, { zone, heure, promotionSansConsentement }),
    fiches: createFiches(knex, promotionSansConsentement),
    historique: createHistorique(knex),
    credits: createCredits(knex),
    campagnes: createCampagnes(knex),
    attente: createAttente(knex),
    packages: createPackages(knex),
    references: createReferences(knex),
    suiviPackages: createSuiviPackages(knex, zone),
  };
}

/** @public */
export function composeOn(hote: Hote): Application {
  const { knex, reglages, secret } = hote;
  const stores = createStores(hote);
  return {
    ...stores,
    ...bindUseCases(stores),
    reglages,
    readDesinscrit: (jeton) => {
      const envoiId = readJetonDesinscription(secret, jeton);
      return envoiId === null ? Promise.resolve(null) : readAdresseEnvoi(knex, envoiId);
    },
    applySchema: () => applySchema(knex),
    listenEnvois: (onEnvoi) => listenEnvois(hote.connexion, onEnvoi),
  };
}

/** The only place that sees both use cases and adapters; one application per Strapi instance. */
export function compose(strapi: Core.Strapi): Application {
  const connue = applications.get(strapi);
  if (connue !== undefined) {
    return connue;
  }
  const reglages = strapi.config.get<ReglagesModule>('plugin::sms-mailing');
  const application = composeOn({
    knex: strapi.db.connection,
    connexion: strapi.config.get<ClientConfig>('database.connection.connection'),
    reglages,
    mail: createMailStrapi(strapi, reglages),
    clock: () => (horloges.get(strapi) ?? (() => new Date()))(),
    journal: strapi.log,
    secret: strapi.config.get<string>('admin.secrets.encryptionKey'),
  });
  applications.set(strapi, application);
  return application;
}
