import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { TEST_ENV } from '../../scripts/lib/test-server.mjs';
import { url } from './fiches-ecrites';
import { createUser, startApp, stopApp, type FreshDatabase, type User } from './harness';

const SERVEUR = path.join(import.meta.dirname, 'serveur-seul.mjs');
const COUPURES = 25;

let database: FreshDatabase;
let compte: User;
let fiches: string[];
let serveur: ChildProcess;
let adresse: string;

async function prepareBase(): Promise<void> {
  const app = await startApp();
  ({ database } = app);
  compte = await createUser(app, 'sms-administrateur');
  const documents = app.strapi.documents('api::entrepreneur.entrepreneur');
  fiches = [];
  for (const nom of ['PALMER', 'MARTIN', 'DIALLO', 'CARLIER']) {
    const { documentId } = await documents.create({ data: { nom, prenom: 'Léa' } as never });
    fiches.push(documentId);
  }
  await stopApp({ ...app, database: { ...database, drop: () => Promise.resolve() } });
}

beforeAll(async () => {
  await prepareBase();
  serveur = spawn(process.execPath, [SERVEUR], {
    env: { ...process.env, ...inject('base').secrets, ...TEST_ENV, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(serveur.stdout!, 'data')) as [Buffer];
  adresse = `http://127.0.0.1:${port.toString().trim()}`;
});

afterAll(async () => {
  if (serveur.exitCode === null) {
    serveur.kill('SIGTERM');
    await once(serveur, 'exit');
  }
  await database.drop();
});

async function ask(methode: string, chemin: string, corps: object, jeton = ''): Promise<Response> {
  return fetch(adresse + chemin, {
    method: methode,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${jeton}` },
    body: JSON.stringify(corps),
  });
}

it('un serveur à qui sa base coupe chaque connexion, encore et encore, reste debout et répond ensuite', async () => {
  const { email, password } = compte;
  const identite = await ask('POST', '/admin/login', { email, password });
  const { data } = (await identite.json()) as { data: { token: string } };
  const save = (fiche: string) =>
    ask('PUT', url('entrepreneur', `/${fiche}`), { prenom: 'Léo' }, data.token);

  let fini = false;
  const saveEnsuite = async (fiche: string) => {
    while (!fini && serveur.exitCode === null) {
      await save(fiche).catch(() => setTimeout(50));
    }
  };
  const coupe = async () => {
    const client = new pg.Client({ connectionString: inject('base').adminUrl });
    await client.connect();
    const nom = new URL(database.url).pathname.slice(1);
    for (let i = 0; i < COUPURES; i += 1) {
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`,
        [nom]
      );
      await setTimeout(150);
    }
    await client.end();
    fini = true;
  };
  await Promise.all([coupe(), ...fiches.map(saveEnsuite)]);

  expect(serveur.exitCode).toBeNull();
  await expect.poll(async () => (await save(fiches[0]!)).status, { timeout: 60_000 }).toBe(200);
});
