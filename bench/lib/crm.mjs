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
/** The secret of the application that the benches open. */
export const SECRET = 'secret-du-banc';

/**
 * A database of one's own with the application's tables and `nombre` entrepreneurs, on a knex connection.
 * Filled once per version of the tables and of the data set, then copied. `calcule`: with the computed columns
 * that the worker's first turn would write, or as an import in SQL leaves them.
 */
export async function openCrm(server, nombre, { calcule = true } = {}) {
  const brut = await ensure(server, nomOf(server, nombre, ''), {
    modele: server.template,
    dit: `Remplissage d’un CRM de ${nombre} entrepreneurs (une à trois minutes, une fois).`,
    fill: (url) => fill(url, nombre),
  });
  const source = calcule
    ? await ensure(server, nomOf(server, nombre, '_calcule'), {
        modele: brut,
        dit: 'Calcul de ses coordonnées (une minute, une fois).',
        fill: compute,
      })
    : brut;
  const name = `${server.prefix}banc`;
  await dropDatabase(server.adminUrl, name);
  const url = await createDatabase(server.adminUrl, name, source);
  const knex = await connect(url);
  await knex.raw('ANALYZE');
  return { knex, url, close: () => knex.destroy() };
}

async function connect(url) {
  const { default: knexOf } = await import('knex');
  return knexOf({ client: 'pg', connection: url, pool: { min: 1, max: 10 } });
}

/** Says which version of the tables and of the data set it holds. */
function nomOf(server, nombre, suite) {
  const source = fs.readFileSync(new URL('./jeu-crm.mjs', import.meta.url));
  const digest = createHash('sha256').update(server.template).update(source).digest('hex');
  return `${PREFIX}${digest.slice(0, 12)}_${nombre}${suite}`;
}

/** Those of other versions make room. */
async function ensure(server, name, { modele, dit, fill: write }) {
  const known = await listDatabases(server.adminUrl, PREFIX);
  if (known.includes(name)) {
    return name;
  }
  const version = name.slice(0, PREFIX.length + 12);
  for (const old of known.filter((autre) => !autre.startsWith(version))) {
    await dropDatabase(server.adminUrl, old);
  }
  say(dit);
  const draft = `${name}_en_cours`;
  await dropDatabase(server.adminUrl, draft);
  const url = await createDatabase(server.adminUrl, draft, modele);
  await write(url);
  await renameDatabase(server.adminUrl, draft, name);
  return name;
}

async function compute(url) {
  const { createCalculs } = fromPlugin('server/src/adapters/sql/calculs/calculs');
  const { createEmpreinteur } = fromPlugin('server/src/adapters/jetons/empreinteur');
  const { deriveCle } = fromPlugin('server/src/adapters/jetons/cles');
  const { refreshAllNoms } = fromPlugin('server/src/adapters/sql/noms/refresh');
  const knex = await connect(url);
  try {
    await createCalculs(knex, createEmpreinteur(deriveCle(SECRET, 'coordonnees'))).refresh();
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
