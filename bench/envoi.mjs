import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { keepMessages, MODELE, openApplication, reglagesOf } from './lib/banc-envoi.mjs';
import { openProcesseur, readHot } from './lib/cout-postgres.mjs';
import { openCrm } from './lib/crm.mjs';
import { alternate, fromPlugin, median, print, round } from './lib/mesure.mjs';
import { startPuits } from './puits-smtp.mjs';

const ENTREPRENEURS = 200_000;
const ENVOIS = 20_000;
const CONNEXIONS = 5;
/** What nodemailer is given at once: as much as the window of the engine. */
const EN_VOL = 100;
/** For what is slow by nature: an attachment, a signature, a far server. */
const PART = 1 / 5;
const LATENCE_MS = 20;
const SONDE_MS = 20;

/** Figures of a volatile database are not those of an evening. */
export const durable = true;
const APRES_MIDI = new Date('2022-03-03T10:00:00Z');
const SOIR = new Date('2022-03-03T18:00:00Z');

/** A campagne of ENVOIS e-mails, scheduled by the module, kept aside to be sent again at each run. */
async function prepareCampagne(knex, application, nombre) {
  const { modeleSchema } = fromPlugin('core/modele');
  const neuf = { documentId: null, version: null, annulerProgrammes: null };
  const demande = { ...neuf, auteurId: null, now: APRES_MIDI };
  const { documentId } = await application.saveModele({
    ...demande,
    modele: modeleSchema.parse(MODELE),
  });
  const resultat = await application.scheduleCampagne({
    cible: {
      genre: 'campagne',
      campagneId: null,
      filtres: { typeDestinataire: 'entrepreneur' },
      recherche: '',
      selection: { tous: true, saufIds: [] },
    },
    modeles: [documentId],
    typeContact: 'email',
    perimetre: { genre: 'tout' },
    auteurId: null,
    now: APRES_MIDI,
    confirmation: null,
    force: false,
    annuleeConfirmee: false,
    promotionConfirmee: true,
    creditsLus: null,
  });
  if (resultat.programmes < nombre) {
    throw new Error(`${resultat.programmes} destinataires seulement.`);
  }
  await knex.raw(
    `DELETE FROM sms_envois WHERE id > (SELECT id FROM sms_envois ORDER BY id OFFSET ? LIMIT 1)`,
    [nombre - 1]
  );
  await knex.raw('CREATE TABLE banc_envois AS SELECT * FROM sms_envois');
  await knex.raw(
    `CREATE TABLE banc_file AS SELECT * FROM sms_file WHERE envoi_id IN (SELECT id FROM sms_envois)`
  );
}

async function resetEnvois(knex, nombre) {
  await knex.raw('TRUNCATE sms_envois, sms_file');
  await knex.raw('INSERT INTO sms_envois SELECT * FROM banc_envois ORDER BY id LIMIT ?', [nombre]);
  await knex.raw(
    'INSERT INTO sms_file SELECT * FROM banc_file WHERE envoi_id IN (SELECT id FROM sms_envois)'
  );
  await knex.raw('VACUUM ANALYZE sms_envois, sms_file');
}

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

async function assertDelivered(knex, recus, nombre) {
  const { rows } = await knex.raw(
    'SELECT statut, motif, count(*)::int AS nombre FROM sms_envois GROUP BY 1, 2'
  );
  if (rows.length !== 1 || rows[0].statut !== 'envoye' || recus !== nombre) {
    throw new Error(`Envois : ${JSON.stringify(rows)}, reçus : ${recus}.`);
  }
}

/** Milliseconds of each claim of a whole lot. */
function watchClaims(ledger) {
  const durees = [];
  const { claim } = ledger;
  ledger.claim = async (lot, options) => {
    const debut = performance.now();
    const pris = await claim.call(ledger, lot, options);
    if (pris.length === options.limite) {
      durees.push(performance.now() - debut);
    }
    return pris;
  };
  return durees;
}

/** The most that was marked and not concluded at once, looked at from outside: what a kill would leave incertain. */
function watchFenetre(knex) {
  let maximum = 0;
  const sonde = setInterval(async () => {
    const { rows } = await knex.raw(
      "SELECT count(*)::int AS nombre FROM sms_file WHERE etat = 'en_cours'"
    );
    maximum = Math.max(maximum, rows[0].nombre);
  }, SONDE_MS);
  return () => {
    clearInterval(sonde);
    return maximum;
  };
}

/** One way for the module to send, beside nodemailer: `contre` names its ways, « construit » and « brut ». */
async function playEssai({ knex, url, nombre }, { nom, connexions = CONNEXIONS, ...essai }) {
  const { latenceMs = 0, options = {}, piecesJointes = [], contre = [] } = essai;
  const puits = await startPuits({ latenceMs });
  const reglages = reglagesOf({ port: puits.port, connexions });
  Object.assign(reglages.mail.transport, options);
  const application = openApplication({ knex, url, reglages, clock: () => SOIR });
  const { moteur } = application;
  const { compileMail } = moteur;
  moteur.compileMail = (version) => compileMail({ ...version, piecesJointes });
  const transport = createTransport({
    ...reglages.mail.transport,
    pool: true,
    maxMessages: Infinity,
  });
  const postgres = await openProcesseur(knex);
  const claims = watchClaims(moteur.ledger);
  let [msNode, msPostgres] = [0, 0];
  const ours = async () => {
    const { messages: avant } = await puits.compteurs();
    await knex.raw('SELECT pg_stat_reset()');
    claims.length = 0;
    const debut = { node: process.cpuUsage(), postgres: postgres() };
    await application.runTick('banc', new AbortController().signal);
    const { user, system } = process.cpuUsage(debut.node);
    msNode = (user + system) / 1000 / nombre;
    msPostgres = (postgres() - debut.postgres) / nombre;
    await assertDelivered(knex, (await puits.compteurs()).messages - avant, nombre);
  };
  const garde = keepMessages(moteur.mail);
  try {
    await resetEnvois(knex, nombre);
    await ours();
    garde.stop();
    const messages = { construit: garde.construits, brut: garde.bruts };
    const nus = contre.map((genre) => [genre, () => sendBare(transport, messages[genre])]);
    const fenetre = watchFenetre(knex);
    const temps = await alternate({ module: ours, ...Object.fromEntries(nus) }, () =>
      resetEnvois(knex, nombre)
    );
    const parSeconde = Object.fromEntries(
      Object.entries(temps).map(([genre, ms]) => [genre, round((nombre * 1000) / ms)])
    );
    print(nom, parSeconde.module, ...contre.map((genre) => parSeconde[genre]));
    return {
      ...{ temps, parSeconde, fenetre: fenetre() },
      msNode: round(msNode, 3),
      msPostgres: round(msPostgres, 3),
      claimMs: round(median(claims)),
      hot: await readHot(knex),
    };
  } finally {
    transport.close();
    await moteur.mail.close();
    await puits.stop();
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
  const tous = Number(demandes);
  const { knex, url, close } = await openCrm(server, ENTREPRENEURS);
  try {
    const reglages = reglagesOf({ port: 9, connexions: CONNEXIONS });
    const application = openApplication({ knex, url, reglages, clock: () => APRES_MIDI });
    await prepareCampagne(knex, application, tous);
    await application.moteur.mail.close();
    await describeDurabilite(knex);
    print(`messages/s (${tous}, puis ${tous * PART})`, 'module', 'construit', 'brut');
    const tout = { knex, url, nombre: tous };
    const part = { ...tout, nombre: Math.round(tous * PART) };
    const cinq = await playEssai(tout, { nom: '5 connexions', contre: ['construit', 'brut'] });
    await playEssai(tout, { nom: '20 connexions', connexions: 20, contre: ['construit', 'brut'] });
    const joint = await playEssai(part, {
      nom: 'pièce jointe de 200 ko',
      piecesJointes: [createPdf()],
      contre: ['construit'],
    });
    await playEssai(part, { nom: 'DKIM', options: { dkim: createDkim() }, contre: ['construit'] });
    const loin = await playEssai(part, { nom: '20 ms par réponse', latenceMs: LATENCE_MS });
    print(
      'mises à jour sur leur page, file et historique',
      ...['sms_file', 'sms_envois'].map((nom) => round(cinq.hot[nom], 2))
    );
    print('incertains au plus, serveur proche puis lointain', cinq.fenetre, loin.fenetre);
    return {
      ratio: round(cinq.temps.construit / cinq.temps.module, 2),
      ratioBrut: round(cinq.temps.brut / cinq.temps.module, 2),
      ratioPieceJointe: round(joint.temps.construit / joint.temps.module, 2),
      parSeconde20ms: loin.parSeconde.module,
      msNode: cinq.msNode,
      msPostgres: cinq.msPostgres,
      hot: round(cinq.hot.sms_file, 2),
      claimMs: cinq.claimMs,
      fenetre: loin.fenetre,
    };
  } finally {
    await close();
  }
}
