import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { say } from './console.mjs';
import { createDatabase, dropDatabase, listDatabases, renameDatabase } from './databases.mjs';
import { withLock } from './lock.mjs';
import { startPostgres } from './postgres.mjs';
import { isAlive, mustRun } from './process.mjs';
import { TMP } from './root.mjs';
import { readSecrets } from './secrets.mjs';
import { databaseFingerprint } from './sources.mjs';

const TEMPLATE = 'modele_tests_';
const SCRATCH = 'essai_';
/** Templates of earlier sources that stay: a run that began before the last change may still use one. */
const TEMPLATES_KEPT = 3;

/**
 * What database tests need: a running PostgreSQL, the compiled server, and a template database that this
 * server has already filled. Resolves to `{ adminUrl, template, prefix, secrets, stop }`; databases whose
 * name begins with `prefix` are dropped by `stop`. `durable`: on a server of its own that writes as in production.
 */
export async function startTestServer({ panel = false, durable = false } = {}) {
  const postgres = await startPostgres({
    name: durable ? 'bancs' : 'tests',
    persistent: durable,
  });
  try {
    const adminUrl = postgres.url;
    const prefix = `${SCRATCH}${process.pid}_`;
    const secrets = readSecrets();
    await ensureBuilt({ panel, tolerant: true });
    const template = await ensureTemplate(adminUrl, databaseFingerprint(), secrets);
    const stop = async () => {
      await dropAll(adminUrl, await listDatabases(adminUrl, prefix));
      await postgres.stop();
    };
    return { adminUrl, template, prefix, secrets, stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** A first boot on an empty database takes 5 to 20 seconds: it is paid once per version of the sources. */
function ensureTemplate(adminUrl, fingerprint, secrets) {
  const name = TEMPLATE + fingerprint;
  return withLock(path.join(TMP, 'modele.lock'), async () => {
    const templates = await listDatabases(adminUrl, TEMPLATE);
    if (templates.includes(name)) {
      return name;
    }
    say('Création de la base modèle des tests.');
    await dropAll(adminUrl, [
      ...templates.slice(0, -TEMPLATES_KEPT),
      ...(await abandoned(adminUrl)),
    ]);
    const draft = `${name}_en_cours`;
    await dropDatabase(adminUrl, draft);
    const url = await createDatabase(adminUrl, draft);
    await boot(url, secrets);
    await renameDatabase(adminUrl, draft, name);
    return name;
  });
}

async function boot(url, secrets) {
  const env = { ...process.env, ...secrets, ...TEST_ENV, DATABASE_URL: url };
  await mustRun(
    process.execPath,
    [fileURLToPath(new URL('./boot-once.mjs', import.meta.url))],
    'L’application ne démarre pas sur une base vide :',
    { env }
  );
}

/** The environment every booted application gets in tests. */
export const TEST_ENV = {
  NODE_ENV: 'test',
  TZ: 'UTC',
  STRAPI_TELEMETRY_DISABLED: 'true',
  STRAPI_DISABLE_EE: 'true',
  SMS_MAILING_SCHEDULER: 'off',
  SMS_MAILING_BASE: 'essai',
};

/** Scratch databases of test runs that were killed. */
async function abandoned(adminUrl) {
  const scratch = await listDatabases(adminUrl, SCRATCH);
  return scratch.filter((name) => !isAlive(Number.parseInt(name.slice(SCRATCH.length), 10)));
}

async function dropAll(adminUrl, names) {
  for (const name of names) {
    await dropDatabase(adminUrl, name);
  }
}
