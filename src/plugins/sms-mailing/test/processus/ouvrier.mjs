/**
 * One worker in a process of its own, as Strapi's scheduler runs it: `node ouvrier.mjs <settings in JSON>`.
 * Its clock stands at 19h and goes on. SIGTERM stops it as a deployment would.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import knex from 'knex';

const require = createRequire(import.meta.url);
const { racine, nom, url, reglages, soir } = JSON.parse(process.argv[2]);
const STRAPI = path.join(racine, 'dist/src/plugins/sms-mailing/server/src/strapi');
const { composeOn } = require(path.join(STRAPI, 'compose.js'));
const { startOuvrier } = require(path.join(STRAPI, 'ouvrier.js'));

const depart = performance.now();
const dire = (ligne) => process.stdout.write(`${nom} ${ligne}\n`);
const base = knex({
  client: 'pg',
  connection: url,
  pool: { min: 0, max: 10 },
  log: { warn() {} },
});
const application = composeOn({
  knex: base,
  connexion: { connectionString: url },
  reglages,
  mail: null,
  clock: () => new Date(Date.parse(soir) + performance.now() - depart),
  journal: { info: dire, warn: dire, error: dire },
  transports: null,
  secret: 'secret-d-essai',
});
const ouvrier = startOuvrier(application, nom);

process.once('SIGTERM', () => {
  void ouvrier
    .stop()
    .then(() => application.moteur.mail.close())
    .then(() => base.destroy())
    .then(() => process.exit(0));
});
