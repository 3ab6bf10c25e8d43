import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as StrapiPackage from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import request from 'supertest';
import { inject } from 'vitest';
import { createDatabase, dropDatabase } from '../../scripts/lib/databases.mjs';
import { TEST_ENV } from '../../scripts/lib/test-server.mjs';
import { waitForIdlePool } from './idle-pool';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
// CommonJS, as in production: `import` would load core's .mjs build beside the plugin's CommonJS one.
const requireCjs = createRequire(import.meta.url);

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of one's own, with the application's tables and nothing else; dropped with the run at the latest. */
export async function freshDatabase({ empty = false } = {}): Promise<FreshDatabase> {
  const { adminUrl, prefix, template } = inject('base');
  const name = prefix + randomUUID().slice(0, 8);
  const url = await createDatabase(adminUrl, name, empty ? undefined : template);
  return { url, drop: () => dropDatabase(adminUrl, name) };
}

export interface App {
  strapi: Core.Strapi;
  database: FreshDatabase;
  http: Server;
  /** Only with `listen`. */
  url: string | null;
}

export interface StartOptions {
  /** Default: a fresh one. */
  database?: FreshDatabase;
  /** Added to the environment before the configuration is read. */
  env?: Readonly<Record<string, string>>;
  /** Opens a port on 127.0.0.1; supertest does without. */
  listen?: boolean;
  /** Serves the built panel too. */
  panel?: boolean;
  /** Hears each line that the application logs, from the first of its boot. */
  onTrace?: (ligne: string) => void;
}

/** Where winston keeps a line as it is written. */
const LIGNE = Symbol.for('message');

/** What the environment held before the application read its own there; one process serves several files of tests. */
const avant = new Map<string, string | undefined>();

function setEnvironment(valeurs: Readonly<Record<string, string>>): void {
  for (const [nom, valeur] of Object.entries(valeurs)) {
    if (!avant.has(nom)) {
      avant.set(nom, process.env[nom]);
    }
    process.env[nom] = valeur;
  }
}

function restoreEnvironment(): void {
  for (const [nom, valeur] of avant) {
    if (valeur === undefined) {
      Reflect.deleteProperty(process.env, nom);
    } else {
      process.env[nom] = valeur;
    }
  }
  avant.clear();
}

type Signal = 'SIGTERM' | 'SIGINT';
type Listener = (...args: unknown[]) => void;
const SIGNALS: readonly Signal[] = ['SIGTERM', 'SIGINT'];
let added: [Signal, Listener][] = [];

/** Boots the application; one at a time in a process (Strapi keeps itself in a global). */
export async function startApp(options: StartOptions = {}): Promise<App> {
  const database = options.database ?? (await freshDatabase());
  setEnvironment({
    ...inject('base').secrets,
    ...TEST_ENV,
    ...options.env,
    DATABASE_URL: database.url,
  });
  const before = SIGNALS.flatMap((signal) => process.listeners(signal));
  const { createStrapi } = requireCjs('@strapi/strapi') as typeof StrapiPackage;
  const strapi = createStrapi({
    appDir: ROOT,
    distDir: path.join(ROOT, 'dist'),
    autoReload: false,
    serveAdminPanel: options.panel ?? false,
  });
  added = SIGNALS.flatMap((signal) =>
    process
      .listeners(signal)
      .filter((listener) => !before.includes(listener))
      .map((listener): [Signal, Listener] => [signal, listener as Listener])
  );
  strapi.log.on('data', (info: { [LIGNE]?: string }) => options.onTrace?.(info[LIGNE] ?? ''));
  await strapi.load();
  strapi.server.mount();
  const http = strapi.server.httpServer;
  return { strapi, database, http, url: options.listen ? await listen(http) : null };
}

/** Stops the application and drops its database. Strapi's own `destroy` would cut vitest's worker off. */
export async function stopApp(app: App): Promise<void> {
  const removeAllListeners = process.removeAllListeners.bind(process);
  process.removeAllListeners = () => process;
  await waitForIdlePool(app.strapi);
  try {
    await app.strapi.destroy();
  } finally {
    process.removeAllListeners = removeAllListeners;
    for (const [signal, listener] of added) {
      process.removeListener(signal, listener);
    }
    restoreEnvironment();
  }
  await app.database.drop();
}

function listen(http: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', () => {
      const address = http.address();
      resolve(`http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`);
    });
  });
}

export interface User {
  id: number;
  email: string;
  password: string;
}

interface Roles {
  findOne(where: { code: string }): Promise<{ id: number } | null>;
}

interface Users {
  create(user: Record<string, unknown>): Promise<{ id: number }>;
}

/** The panel's role of that code, e.g. `strapi-super-admin`, `sms-conseiller`; null when there is none. */
export function findRole(app: App, code: string): Promise<{ id: number } | null> {
  return (app.strapi.service('admin::role') as unknown as Roles).findOne({ code });
}

/** An active user of the panel with the role of that code. */
export async function createUser(app: App, roleCode: string): Promise<User> {
  const role = await findRole(app, roleCode);
  if (!role) {
    throw new Error(`Aucun rôle n'a le code « ${roleCode} ».`);
  }
  const email = `${roleCode}-${randomUUID().slice(0, 8)}@exemple.fr`;
  const password = 'Mot-de-passe-1';
  const user = await (app.strapi.service('admin::user') as unknown as Users).create({
    email,
    firstname: 'Camille',
    lastname: roleCode,
    password,
    isActive: true,
    registrationToken: null,
    preferedLanguage: 'fr',
    roles: [role.id],
  });
  return { id: user.id, email, password };
}

/** An access token of the panel for this user, without going through the login page. */
async function tokenFor(app: App, user: { id: number }): Promise<string> {
  const sessions = app.strapi.sessionManager('admin');
  const refresh = await sessions.generateRefreshToken(String(user.id), randomUUID(), {
    type: 'session',
  });
  const access = await sessions.generateAccessToken(refresh.token);
  if ('error' in access) {
    throw new Error(`Pas de jeton pour l'utilisateur ${String(user.id)} : ${access.error}`);
  }
  return access.token;
}

export type Agent = ReturnType<typeof request.agent>;

/** An answer whose body is still to be read: supertest gives it as `any`. */
export interface Brute {
  status: number;
  body: unknown;
}

/** Speaks HTTP as nobody. */
export function anonymous(app: App): Agent {
  return request.agent(app.http);
}

/** Speaks HTTP as this user, logged into the panel. */
export async function agentOf(app: App, user: { id: number }): Promise<Agent> {
  return request.agent(app.http).auth(await tokenFor(app, user), { type: 'bearer' });
}

/** An access token of a new user of that role. */
export async function tokenOf(app: App, roleCode: string): Promise<string> {
  return tokenFor(app, await createUser(app, roleCode));
}

/** Speaks HTTP as a new user of that role, logged into the panel. */
export async function agentFor(app: App, roleCode: string): Promise<Agent> {
  return agentOf(app, await createUser(app, roleCode));
}

/** A token of the API, as a software of the association would be given: it may do everything there. */
export async function createJetonApi(app: App): Promise<string> {
  const jetons = app.strapi.service('admin::api-token') as unknown as {
    create(jeton: object): Promise<{ accessKey: string }>;
  };
  const jeton = { name: 'Un logiciel', type: 'full-access', lifespan: null, description: '' };
  return (await jetons.create(jeton)).accessKey;
}

/** Speaks HTTP as that software. */
export async function logicielFor(app: App): Promise<Agent> {
  return anonymous(app).auth(await createJetonApi(app), { type: 'bearer' });
}

/** Settings, as if an Administrateur had saved them; the others keep their defaults. */
export async function storeParametres({ strapi }: App, parametres: object): Promise<void> {
  await strapi.db.connection('strapi_core_store_settings').insert({
    key: 'plugin_sms-mailing_parametres',
    value: JSON.stringify(parametres),
    type: 'object',
  });
}
