import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { keepMessages, openApplication, reglagesOf } from './lib/banc-envoi.mjs';
import { assertDelivered, prepareCampagne, resetEnvois } from './lib/campagne-envoi.mjs';
import { openProcesseur, readHot } from './lib/cout-postgres.mjs';
import { openCrm } from './lib/crm.mjs';
import { timeClaims, watchFenetre, watchMemoire } from './lib/guet-envoi.mjs';
import { alternate, median, print, round } from './lib/mesure.mjs';
import { startPuits } from './puits-smtp.mjs';

const ENTREPRENEURS = 60_000;
const ENVOIS = 12_000;
const CONNEXIONS = 5;
/** What nodemailer is given at once: as much as the window of the engine. */
const EN_VOL = 100;
/** Its pace is reached at once: it is measured on fewer. */
const PART_NU = 1 / 3;
const LATENCE_MS = 20;
/** Peak memory at one evening and at another ten times as large. */
const MEMOIRE = [10_000, 100_000];
const PRISES = 12;

/** Figures of a volatile database are not those of an evening. */
export const durable = true;
const SOIR = new Date('2022-03-03T18:00:00Z');

/** nodemailer's pool alone, nothing read nor written. */
async function sendBare(transport, messages) {
  let suivant = 0;
  const send = async () => {
    while (suivant < messages.length) {
      await transport.sendMail(messages[suivant++]);
    }
  };
  await Promise.all(Array.from({ length: EN_VOL }, send));
}

/** The module with a server of its own, and what sends `nombre` envois. */
async function openModule({ knex, url }, { connexions = CONNEXIONS, latenceMs = 0, ...essai }) {
  const { options = {}, piecesJointes = [] } = essai;
  const puits = await startPuits({ latenceMs });
  const reglages = reglagesOf({ port: puits.port, connexions });
  Object.assign(reglages.mail.transport, options);
  const application = openApplication({ knex, url, reglages, clock: () => SOIR });
  const { moteur } = application;
  const { compileMail } = moteur;
  moteur.compileMail = (version) => compileMail({ ...version, piecesJointes });
  const postgres = await openProcesseur(knex);
  return {
    moteur,
    transport: reglages.mail.transport,
    fenetre: watchFenetre(moteur.ledger),
    /** Answers the processor's milliseconds for each message, of Node and of PostgreSQL. */
    async send(nombre) {
      const { messages: avant } = await puits.compteurs();
      await knex.raw('SELECT pg_stat_reset()');
      const debut = { node: process.cpuUsage(), postgres: postgres() };
      await application.runTick('banc', new AbortController().signal);
      const { user, system } = process.cpuUsage(debut.node);
      const msPostgres = (postgres() - debut.postgres) / nombre;
      await assertDelivered(knex, (await puits.compteurs()).messages - avant, nombre);
      return { msNode: (user + system) / 1000 / nombre, msPostgres };
    },
    async close() {
      await moteur.mail.close();
      await puits.stop();
    },
  };
}

/** The messages of a first run, as nodemailer takes them: « construit », « brut ». */
async function collectMessages(base, module, { nombre, contre }) {
  await resetEnvois(base.knex, nombre);
  const garde = keepMessages(module.moteur.mail, contre.includes('brut'));
  await module.send(nombre);
  garde.stop();
  return { construit: garde.construits, brut: garde.bruts };
}

/** One way for the module to send, beside nodemailer: `contre` names its ways. Messages a second, each. */
async function playEssai(base, { nom, nombre, contre = [], passes = 3, ...essai }) {
  const module = await openModule(base, essai);
  const nus = Math.round(nombre * PART_NU);
  const options = { ...module.transport, pool: true, maxMessages: Infinity };
  const transport = createTransport(options);
  try {
    const messages = await collectMessages(base, module, { nombre: nus, contre });
    const couts = [];
    const manieres = {
      module: {
        before: () => resetEnvois(base.knex, nombre),
        work: async () => couts.push(await module.send(nombre)),
      },
    };
    for (const genre of contre) {
      manieres[genre] = { work: () => sendBare(transport, messages[genre]) };
    }
    const temps = await alternate(manieres, passes);
    const parSeconde = Object.fromEntries(
      Object.entries(temps).map(([genre, ms]) => [
        genre,
        ((genre === 'module' ? nombre : nus) * 1000) / ms,
      ])
    );
    print(nom, ...['module', ...contre].map((genre) => round(parSeconde[genre])));
    return {
      parSeconde,
      fenetre: module.fenetre(),
      msNode: median(couts.map(({ msNode }) => msNode)),
      msPostgres: median(couts.map(({ msPostgres }) => msPostgres)),
      hot: await readHot(base.knex),
    };
  } finally {
    transport.close();
    await module.close();
  }
}

/** Before anything else is kept in this process: what an evening ten times as large takes more, in megabytes. */
async function playMemoire(base) {
  const module = await openModule(base, {});
  const pointes = [];
  try {
    for (const nombre of MEMOIRE) {
      await resetEnvois(base.knex, nombre);
      pointes.push(await watchMemoire(() => module.send(nombre)));
    }
  } finally {
    await module.close();
  }
  print(
    `mémoire au plus, ${MEMOIRE.join(' puis ')} envois (Mo)`,
    ...pointes.map((mo) => round(mo))
  );
  return { memoireMo: round(pointes[1]), memoirePlusMo: round(pointes[1] - pointes[0]) };
}

async function playPrises(base) {
  const module = await openModule(base, {});
  const taille = module.moteur.reglages.tailleLot;
  try {
    await resetEnvois(base.knex, PRISES * taille);
    const durees = await timeClaims(module.moteur, { now: SOIR, lots: PRISES, taille });
    print(`prendre ${taille} envois (ms)`, round(median(durees)));
    return median(durees);
  } finally {
    await module.close();
  }
}

async function describeDurabilite(knex) {
  const lire = async (nom) => (await knex.raw(`SHOW ${nom}`)).rows[0][nom];
  const [fsync, commit] = [await lire('fsync'), await lire('synchronous_commit')];
  console.log(`PostgreSQL : fsync ${fsync}, synchronous_commit ${commit}.`);
}

function createPdf() {
  const contenu = Buffer.alloc(200 * 1024, 'dossier ');
  contenu.write('%PDF-1.7');
  return { nom: 'dossier.pdf', contenu, cid: null };
}

function createDkim() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    domainName: 'bge.example',
    keySelector: 'banc',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

/**
 * `npm run bench -- envoi [messages]`. The whole path (claim, context, signets, HTML and text, archive, SMTP, outcome)
 * against nodemailer alone sending the same messages, built or raw, to the same server in its own process.
 */
export default async function envoi(server, [demandes = String(ENVOIS)] = []) {
  const nombre = Number(demandes);
  const { knex, url, close } = await openCrm(server, ENTREPRENEURS);
  const base = { knex, url };
  try {
    await prepareCampagne(base, Math.max(nombre, ...MEMOIRE));
    await describeDurabilite(knex);
    const memoire = await playMemoire(base);
    const claimMs = await playPrises(base);
    print('messages par seconde', 'module', 'construit', 'brut');
    const tous = ['construit', 'brut'];
    const cinq = await playEssai(base, { nom: '5 connexions', nombre, contre: tous });
    await playEssai(base, { nom: '20 connexions', nombre, contre: tous, connexions: 20 });
    const joint = await playEssai(base, {
      ...{ nom: 'pièce jointe de 200 ko', nombre: Math.round(nombre / 8), contre: ['construit'] },
      piecesJointes: [createPdf()],
    });
    await playEssai(base, {
      ...{ nom: 'DKIM', nombre: Math.round(nombre / 8), contre: ['construit'] },
      options: { dkim: createDkim() },
    });
    const loin = await playEssai(base, {
      ...{ nom: '20 ms par réponse', nombre: Math.round(nombre / 6), latenceMs: LATENCE_MS },
    });
    print(
      'processeur par message, Node et PostgreSQL (ms)',
      round(cinq.msNode, 3),
      round(cinq.msPostgres, 3)
    );
    print(
      'mises à jour sur leur page, file et historique',
      ...['sms_file', 'sms_envois'].map((nom) => round(cinq.hot[nom], 2))
    );
    print('incertains au plus, serveur proche puis lointain', cinq.fenetre, loin.fenetre);
    const rapport = ({ parSeconde }, genre) => round(parSeconde.module / parSeconde[genre], 2);
    return {
      ratio: rapport(cinq, 'construit'),
      ratioBrut: rapport(cinq, 'brut'),
      ratioPieceJointe: rapport(joint, 'construit'),
      parSeconde20ms: round(loin.parSeconde.module),
      msNode: round(cinq.msNode, 3),
      msPostgres: round(cinq.msPostgres, 3),
      hot: round(cinq.hot.sms_file, 2),
      claimMs: round(claimMs),
      fenetre: loin.fenetre,
      ...memoire,
    };
  } finally {
    await close();
  }
}
