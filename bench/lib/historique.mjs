import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { say } from '../../scripts/lib/console.mjs';
import {
  createDatabase,
  dropDatabase,
  listDatabases,
  renameDatabase,
  withDatabase,
} from '../../scripts/lib/databases.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';
import { MODELE, openApplication, reglagesOf } from './banc-envoi.mjs';
import { sqlJeuCrm } from './jeu-crm.mjs';
import { AUJOURDHUI, sqlJeuHistorique } from './jeu-historique.mjs';
import { fromPlugin } from './mesure.mjs';

const PREFIX = 'historique_';
export const MATIN = new Date(`${AUJOURDHUI}T09:00:00Z`);

/** What the filled tables are made of: the data sets, and the columns that Strapi makes. */
function digest() {
  const dossier = path.join(
    ROOT,
    'src',
    'plugins',
    'sms-mailing',
    'server',
    'src',
    'strapi',
    'content-types'
  );
  const schemas = fs
    .readdirSync(dossier, { recursive: true })
    .filter((nom) => nom.endsWith('schema.json'))
    .sort()
    .map((nom) => JSON.parse(fs.readFileSync(path.join(dossier, nom), 'utf8')).attributes);
  const jeux = ['jeu-crm.mjs', 'jeu-historique.mjs'].map((nom) => new URL(nom, import.meta.url));
  const hash = createHash('sha256').update(JSON.stringify(schemas));
  jeux.forEach((fichier) => hash.update(fs.readFileSync(fichier)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * A base of `personnes` entrepreneurs and `nombre` old envois, filled once and kept; what the module adds to the tables
 * (indexes, triggers, kept counts) is brought up to date each time. `clock` may be moved.
 */
export async function openHistorique(server, { nombre, personnes }) {
  const { default: knexOf } = await import('knex');
  const name = `${PREFIX}${personnes}_${nombre}_${digest()}`;
  if (!(await listDatabases(server.adminUrl, PREFIX)).includes(name)) {
    await fill(server, name, { nombre, personnes });
  }
  const url = withDatabase(server.adminUrl, name);
  const knex = knexOf({ client: 'pg', connection: url, pool: { min: 1, max: 10 } });
  const horloge = { now: MATIN };
  const application = openApplication({
    knex,
    url,
    reglages: reglagesOf({ port: 9, connexions: 5 }),
    clock: () => horloge.now,
  });
  await upgrade({ knex, application, name });
  await knex.raw('VACUUM ANALYZE');
  const close = async () => {
    await application.moteur.mail.close();
    await knex.destroy();
  };
  return { name, knex, application, horloge, nombre, close };
}

/** As a start does, on a base that another version has filled. */
async function upgrade({ knex, application, name }) {
  const debut = performance.now();
  await migrate(knex);
  await application.applySchema();
  await application.runPremierCompte(() => undefined);
  const secondes = Math.round((performance.now() - debut) / 1000);
  if (secondes >= 5) {
    say(`  ${secondes} s : mise à niveau de ${name}, au premier démarrage.`);
  }
}

/** Migrations that came after the base was filled; each of them may run again. */
async function migrate(knex) {
  const dossier = path.join(ROOT, 'dist', 'database', 'migrations');
  const silence = { logger: { info() {} } };
  for (const fichier of fs
    .readdirSync(dossier)
    .filter((nom) => nom.endsWith('.js'))
    .sort()) {
    const { createRequire } = await import('node:module');
    await createRequire(import.meta.url)(path.join(dossier, fichier)).up(knex, silence);
  }
}

async function fill(server, name, { nombre, personnes }) {
  const { default: knexOf } = await import('knex');
  say(
    `Remplissage de ${nombre} envois sur ${personnes} entrepreneurs (jusqu’à vingt minutes, une fois).`
  );
  const draft = `${name}_en_cours`;
  await dropDatabase(server.adminUrl, draft);
  const crm = await ensureCrm(server, personnes);
  const url = await createDatabase(server.adminUrl, draft, crm);
  const knex = knexOf({ client: 'pg', connection: url, pool: { min: 1, max: 2 } });
  try {
    await fillEnvois(knex, { nombre, personnes, actions: Math.round(personnes / 4) });
  } finally {
    await knex.destroy();
  }
  await renameDatabase(server.adminUrl, draft, name);
}

/** Filled once for all the numbers of envois. */
async function ensureCrm(server, personnes) {
  const { default: knexOf } = await import('knex');
  const name = `${PREFIX}crm_${personnes}_${digest()}`;
  if ((await listDatabases(server.adminUrl, PREFIX)).includes(name)) {
    return name;
  }
  const draft = `${name}_en_cours`;
  await dropDatabase(server.adminUrl, draft);
  const url = await createDatabase(server.adminUrl, draft, server.template);
  const knex = knexOf({ client: 'pg', connection: url, pool: { min: 1, max: 2 } });
  try {
    await fillCrm(knex, url, personnes);
  } finally {
    await knex.destroy();
  }
  await renameDatabase(server.adminUrl, draft, name);
  return name;
}

/** One connection, its triggers and foreign keys asleep: the data set respects its own links. */
async function runAll(knex, statements) {
  await knex.transaction(async (trx) => {
    await trx.raw('SET LOCAL session_replication_role = replica');
    await trx.raw(`SET LOCAL work_mem = '256MB'`);
    for (const statement of statements) {
      const debut = performance.now();
      await trx.raw(statement.replaceAll('?', '\\?'));
      const ms = performance.now() - debut;
      if (ms > 10_000) {
        say(
          `  ${Math.round(ms / 1000)} s : ${statement.trim().slice(0, 60).replace(/\s+/g, ' ')}…`
        );
      }
    }
  });
}

async function fillCrm(knex, url, personnes) {
  await runAll(knex, sqlJeuCrm(personnes));
  const application = openApplication({
    knex,
    url,
    reglages: reglagesOf({ port: 9, connexions: 5 }),
    clock: () => MATIN,
  });
  await application.calculs.refresh();
  const { modeleSchema } = fromPlugin('core/modele');
  const neuf = { documentId: null, version: null, annulerProgrammes: null, auteurId: null };
  await application.saveModele({ ...neuf, modele: modeleSchema.parse(MODELE), now: MATIN });
  await application.moteur.mail.close();
}

const INDEXES = `
  SELECT 'DROP INDEX "' || i.indexname || '"' AS defait, i.indexdef AS fait FROM pg_indexes i
   WHERE i.tablename IN ('sms_envois', 'sms_mouvements')
     AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)
   UNION ALL
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname),
         format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
    FROM pg_constraint c WHERE c.contype = 'u' AND c.conrelid = 'sms_envois'::regclass`;

/** Without the indexes of what is filled, made again afterwards: ten times faster. */
async function fillEnvois(knex, tailles) {
  const { rows } = await knex.raw(INDEXES);
  await runAll(knex, [
    // What is kept of the ledger is counted once, when the module finds its trigger missing.
    'DROP TRIGGER IF EXISTS sms_bilans_insert ON sms_envois',
    ...rows.map(({ defait }) => defait),
    ...sqlJeuHistorique(tailles),
    `SET LOCAL maintenance_work_mem = '512MB'`,
    ...rows.map(({ fait }) => fait),
  ]);
}
