import { createHash } from 'node:crypto';
import fs from 'node:fs';
import {
  createDatabase,
  dropDatabase,
  listDatabases,
  renameDatabase,
} from '../../scripts/lib/databases.mjs';
import { say } from '../../scripts/lib/console.mjs';
import { sqlJeuCrm } from './jeu-crm.mjs';
import { fromPlugin } from './mesure.mjs';

const PREFIX = 'banc_';

/**
 * A database of one's own with the application's tables and `nombre` entrepreneurs, on a knex connection.
 * Filled once per version of the tables and of the data set, then copied.
 */
export async function openCrm(server, nombre) {
  const { default: knexOf } = await import('knex');
  const source = await ensureFilled(server, nombre);
  const name = `${server.prefix}banc`;
  await dropDatabase(server.adminUrl, name);
  const url = await createDatabase(server.adminUrl, name, source);
  const knex = knexOf({ client: 'pg', connection: url, pool: { min: 1, max: 10 } });
  await knex.raw('ANALYZE');
  return { knex, url, close: () => knex.destroy() };
}

async function ensureFilled(server, nombre) {
  const source = fs.readFileSync(new URL('./jeu-crm.mjs', import.meta.url));
  const digest = createHash('sha256').update(server.template).update(source).digest('hex');
  const name = `${PREFIX}${nombre}_${digest.slice(0, 16)}`;
  const known = await listDatabases(server.adminUrl, PREFIX);
  if (known.includes(name)) {
    return name;
  }
  for (const old of known) {
    await dropDatabase(server.adminUrl, old);
  }
  say(`Remplissage d’un CRM de ${nombre} entrepreneurs (une à trois minutes, une fois).`);
  const draft = `${name}_en_cours`;
  const url = await createDatabase(server.adminUrl, draft, server.template);
  await fill(url, nombre);
  await nameFiches(url);
  await renameDatabase(server.adminUrl, draft, name);
  return name;
}

/** As the application does at its next turn, with what an import wrote while the triggers were off. */
async function nameFiches(url) {
  const { default: knexOf } = await import('knex');
  const { refreshAllNoms } = fromPlugin('server/src/adapters/sql/noms/refresh');
  const knex = knexOf({ client: 'pg', connection: url });
  try {
    await refreshAllNoms(knex);
  } finally {
    await knex.destroy();
  }
}

async function fill(url, nombre) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // The data set respects its own links: checking four million foreign keys only takes time.
    await client.query('SET session_replication_role = replica').catch(() => {});
    for (const statement of sqlJeuCrm(nombre)) {
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
}
