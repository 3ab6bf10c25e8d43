import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect } from 'vitest';
import type * as Compose from '../../src/plugins/sms-mailing/server/src/strapi/compose';
import { seedCrm, type Resume } from '../../scripts/seed/index.mjs';
import { openBoiteAuxLettres, type BoiteAuxLettres } from './boite-aux-lettres';
import {
  agentFor,
  startApp,
  stopApp,
  storeParametres,
  type Agent,
  type App,
  type FreshDatabase,
  type StartOptions,
} from './harness';

const requireCjs = createRequire(import.meta.url);

/** « Aujourd'hui » of the guide's examples. */
const JOUR = '2022-03-03';
const APRES_MIDI = new Date(`${JOUR}T14:00:00Z`);

export interface Reponse<T> {
  status: number;
  data: T;
  /** What a refusal says, and the rule behind it. */
  erreur: { message: string; details: Record<string, unknown> } | null;
}

type Methode = 'get' | 'post' | 'put' | 'delete';

/** Speaks to the module's routes as the profil of the base, or as another agent. */
export type Ask = <T = unknown>(
  methode: Methode,
  chemin: string,
  corps?: object,
  agent?: Agent
) => Promise<Reponse<T>>;

export interface BaseDuGuide {
  app: App;
  admin: Agent;
  ask: Ask;
  seed: Resume;
  boite: BoiteAuxLettres;
  /** Moves the clock, sends nothing. */
  setHeure(now: Date): void;
  /** Moves the clock and lets one worker do what is due. */
  tick(now: Date): Promise<void>;
  /** Moves the clock and reads the mailbox of what comes back. */
  readRebonds(now: Date): Promise<void>;
  /** Rows of the application's database. */
  sql<T extends pg.QueryResultRow>(requete: string, valeurs?: unknown[]): Promise<T[]>;
  /** How many envois of each outcome: the motif where there is one, else the statut. */
  countEnvois(): Promise<Record<string, number>>;
  createModele(saisie: Record<string, unknown>): Promise<string>;
  createRegle(regle: Record<string, unknown>): Promise<string>;
  /** Who received this objet, sorted. */
  mailsDe(objet: string): string[];
  /** Decision G12: the e-mail of the base's profil is proved; the code that came leaves the boite. */
  proveAdresse(): Promise<void>;
  /** What left to the operator. */
  listSms(): { vers: string; texte: string }[];
  /** The application stops and starts again on its database, under this environment too. */
  restart(env: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

const readCompose = (): typeof Compose =>
  requireCjs('../../dist/src/plugins/sms-mailing/server/src/strapi/compose.js') as typeof Compose;

function composition(app: App): Compose.Application {
  return readCompose().compose(app.strapi);
}

function setClock(app: App, clock: () => Date): void {
  readCompose().setClock(app.strapi, clock);
}

/** The two shapes in which the module answers. */
export function toReponse(reponse: { status: number; body: unknown }): Reponse<unknown> {
  const { data, error } = reponse.body as { data: unknown; error?: Reponse<unknown>['erreur'] };
  return { status: reponse.status, data, erreur: error ?? null };
}

function createAsk(admin: () => Agent): Ask {
  const ask = async (methode: Methode, chemin: string, corps?: object, agent = admin()) => {
    const requete = agent[methode](`/sms-mailing${chemin}`);
    return toReponse(await (corps === undefined ? requete : requete.send(corps)));
  };
  return ask as Ask;
}

function createEcriture(ask: Ask): Pick<BaseDuGuide, 'createModele' | 'createRegle'> {
  async function create(chemin: string, corps: object): Promise<string> {
    const reponse = await ask<{ documentId: string }>('post', chemin, corps);
    expect(reponse).toMatchObject({ status: 200, erreur: null });
    return reponse.data.documentId;
  }
  return {
    createModele: (saisie) =>
      create('/modeles', {
        typeContact: 'email',
        destinataires: ['entrepreneur'],
        but: 'suivi',
        ...saisie,
      }),
    createRegle: (regle) => create('/envois-automatiques', { regle }),
  };
}

async function proveAdresse(ask: Ask, { mails }: BoiteAuxLettres): Promise<void> {
  expect((await ask('post', '/exemplaires/code', { transport: 'mail' })).status).toBe(200);
  const code = /\d{6}$/.exec(mails.pop()?.subject ?? '')?.[0] ?? '';
  const { status } = await ask('post', '/exemplaires/preuve', { transport: 'mail', code });
  expect(status).toBe(200);
}

async function countEnvois(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ statut: string; n: number }>(
    `SELECT coalesce(motif, statut) AS statut, count(*)::int AS n FROM sms_envois GROUP BY 1`
  );
  return Object.fromEntries(rows.map(({ statut, n }) => [statut, n]));
}

function listMails(boite: BoiteAuxLettres, objet: string): string[] {
  return boite.mails
    .filter(({ subject }) => subject === objet)
    .map(({ to }) => (Array.isArray(to) ? '' : (to?.value[0]?.address ?? '')))
    .sort();
}

function readJournal(journal: string): { vers: string; texte: string }[] {
  try {
    const lignes = readFileSync(journal, 'utf8').trim().split('\n');
    return lignes.map((ligne) => JSON.parse(ligne) as { vers: string; texte: string });
  } catch {
    return [];
  }
}

/** The application on the guide's own people and actions, a real SMTP server and an SMS journal. */
export async function openBaseDuGuide(
  profil = 'sms-administrateur',
  env: Readonly<Record<string, string>> = {},
  options: Pick<StartOptions, 'panel' | 'listen'> = {}
): Promise<BaseDuGuide> {
  let horloge = APRES_MIDI;
  const boite = await openBoiteAuxLettres();
  const journal = path.join(mkdtempSync(path.join(tmpdir(), 'sms-mailing-')), 'sms.jsonl');
  const start = async (suite: Readonly<Record<string, string>>, database?: FreshDatabase) => {
    const courrier = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(boite.port) };
    const demarree = await startApp({
      ...options,
      ...(database === undefined ? {} : { database }),
      env: { ...courrier, SMS_JOURNAL: journal, ...env, ...suite },
    });
    setClock(demarree, () => horloge);
    return demarree;
  };
  let app = await start({});
  // What is sent at the click leaves at the next tick; the time to change one's mind has tests of its own.
  await storeParametres(app, { repentirSecondes: 0 });
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  const seed = await seedCrm(client, { reference: JOUR, entrepreneurs: 40, actions: 0 });
  await composition(app).calculs.refresh();
  let admin = await agentFor(app, profil);
  const ask = createAsk(() => admin);
  return {
    get app() {
      return app;
    },
    get admin() {
      return admin;
    },
    ask,
    seed,
    boite,
    setHeure: (now) => {
      horloge = now;
    },
    async tick(now) {
      horloge = now;
      // As the scheduler does: under the settings of now.
      const { runTick } = await readCompose().composeAnew(app.strapi);
      await runTick('ouvrier-de-test', new AbortController().signal);
    },
    async readRebonds(now) {
      horloge = now;
      await (await readCompose().composeAnew(app.strapi)).readRebonds();
    },
    sql: async <T extends pg.QueryResultRow>(requete: string, valeurs: unknown[] = []) =>
      (await client.query<T>(requete, valeurs)).rows,
    countEnvois: () => countEnvois(client),
    ...createEcriture(ask),
    proveAdresse: () => proveAdresse(ask, boite),
    mailsDe: (objet) => listMails(boite, objet),
    listSms: () => readJournal(journal),
    async restart(suite) {
      const { database } = app;
      await stopApp({ ...app, database: { ...database, drop: () => Promise.resolve() } });
      app = await start(suite, database);
      admin = await agentFor(app, profil);
    },
    async close() {
      await client.end();
      await stopApp(app);
      await boite.close();
    },
  };
}
