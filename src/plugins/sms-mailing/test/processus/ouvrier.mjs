/**
 * One worker in a process of its own, as Strapi's scheduler runs it: `node ouvrier.mjs <settings in JSON>`.
 * Its clock stands at 19h and goes on. SIGTERM stops it as a deployment would; `mort` kills it from inside, at the
 * very moment it says.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import knex from 'knex';

const require = createRequire(import.meta.url);
const { racine, nom, url, reglages, soir, mort } = JSON.parse(process.argv[2]);
const STRAPI = path.join(racine, 'dist/src/plugins/sms-mailing/server/src/strapi');
const { composeOn } = require(path.join(STRAPI, 'compose.js'));
const { startOuvrier } = require(path.join(STRAPI, 'ouvrier.js'));

const depart = performance.now();
const dire = (ligne) => process.stdout.write(`${nom} ${ligne}\n`);
// The base shows under this name whether a worker that died is still in the middle of a statement.
const connexion = { connectionString: url, application_name: nom };
const base = knex({
  client: 'pg',
  connection: connexion,
  pool: { min: 0, max: 10 },
  log: { warn() {} },
});
const application = composeOn({
  knex: base,
  connexion,
  reglages,
  mail: null,
  clock: () => new Date(Date.parse(soir) + performance.now() - depart),
  journal: { info: dire, warn: dire, error: dire },
  transports: null,
  secret: 'secret-d-essai',
  chiffrement: { encrypt: () => null, decrypt: () => null },
});

/** What happens `mort.rang` times to `mort.quoi` does not happen again: no line of ours runs after a SIGKILL. */
let fois = 0;
function live(quoi) {
  if (quoi === mort?.quoi && (fois += 1) === mort.rang) {
    process.kill(process.pid, 'SIGKILL');
  }
}
base.on('query', () => live('requete'));
base.on('query-response', () => live('reponse'));
const { mail } = application.moteur;
const send = mail.send.bind(mail);
mail.send = (message) => {
  live('remise');
  return send(message);
};

const ouvrier = startOuvrier(application, nom);

process.once('SIGTERM', () => {
  dire('arrêt demandé');
  void ouvrier
    .stop()
    .then(() => mail.close())
    .then(() => base.destroy())
    .then(() => process.exit(0));
});
