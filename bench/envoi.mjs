import { createTransport } from 'nodemailer';
import { MODELE, openApplication, reglagesOf } from './lib/banc-envoi.mjs';
import { openCrm } from './lib/crm.mjs';
import { compare, fromPlugin, print, round } from './lib/mesure.mjs';
import { startPuits } from './puits-smtp.mjs';

const ENTREPRENEURS = 200_000;
const ENVOIS = 20_000;
const CONNEXIONS = 5;
/** What nodemailer is given at once: as much as the window of the engine. */
const EN_VOL = 50;
const APRES_MIDI = new Date('2022-03-03T10:00:00Z');
const SOIR = new Date('2022-03-03T18:00:00Z');

/** A campagne of ENVOIS e-mails, scheduled by the module, kept aside to be sent again at each run. */
async function prepareCampagne(knex, application) {
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
  if (resultat.programmes < ENVOIS) {
    throw new Error(`${resultat.programmes} destinataires seulement.`);
  }
  await knex.raw(
    `DELETE FROM sms_envois WHERE id > (SELECT id FROM sms_envois ORDER BY id OFFSET ? LIMIT 1)`,
    [ENVOIS - 1]
  );
  await knex.raw('CREATE TABLE banc_envois AS SELECT * FROM sms_envois');
  await knex.raw(
    `CREATE TABLE banc_file AS SELECT * FROM sms_file WHERE envoi_id IN (SELECT id FROM sms_envois)`
  );
}

async function resetEnvois(knex) {
  await knex.raw('TRUNCATE sms_envois, sms_file');
  await knex.raw('INSERT INTO sms_envois SELECT * FROM banc_envois');
  await knex.raw('INSERT INTO sms_file SELECT * FROM banc_file');
  await knex.raw('VACUUM ANALYZE sms_envois, sms_file');
}

/** The bare way: nodemailer's pool, its MIME built for each message, nothing read nor written. */
async function sendBare(transport, messages) {
  let suivant = 0;
  const send = async () => {
    while (suivant < messages.length) {
      await transport.sendMail(messages[suivant++]);
    }
  };
  await Promise.all(Array.from({ length: EN_VOL }, send));
}

/** The very messages of the module, kept while it warms up. */
function keepMessages(mail) {
  const messages = [];
  const { send } = mail;
  mail.send = (message) => {
    const { expediteur, destinataire, objet, html, texte, entetes } = message.parties;
    const mailbox = ({ nom, adresse }) => ({ name: nom, address: adresse });
    messages.push({
      from: mailbox(expediteur),
      to: mailbox(destinataire),
      subject: objet,
      html,
      text: texte,
      messageId: message.messageId,
      headers: entetes,
    });
    return send(message);
  };
  return {
    messages,
    stop: () => {
      mail.send = send;
    },
  };
}

async function assertDelivered(knex, puits, avant) {
  const { rows } = await knex.raw(
    'SELECT statut, motif, count(*)::int AS nombre FROM sms_envois GROUP BY 1, 2'
  );
  const { messages } = await puits.compteurs();
  if (rows.length !== 1 || rows[0].statut !== 'envoye' || messages - avant !== ENVOIS) {
    throw new Error(`Envois : ${JSON.stringify(rows)}, reçus : ${messages - avant}.`);
  }
}

/**
 * The whole path (claim, context, signets, HTML and text, archive, SMTP, outcome) against nodemailer alone
 * sending the same messages, 5 connections each, to the same server in its own process.
 */
export default async function envoi(server) {
  const puits = await startPuits();
  const { knex, url, close } = await openCrm(server, ENTREPRENEURS);
  let now = APRES_MIDI;
  const reglages = reglagesOf({ port: puits.port, connexions: CONNEXIONS });
  const application = openApplication({ knex, url, reglages, clock: () => now });
  const transport = createTransport({
    ...reglages.mail.transport,
    pool: true,
    maxMessages: Infinity,
  });
  try {
    await prepareCampagne(knex, application);
    now = SOIR;
    const ours = async () => {
      const { messages: avant } = await puits.compteurs();
      await application.runTick('banc', new AbortController().signal);
      await assertDelivered(knex, puits, avant);
    };
    await resetEnvois(knex);
    const garde = keepMessages(application.moteur.mail);
    await ours();
    garde.stop();
    const temps = await compare({
      ours,
      bare: () => sendBare(transport, garde.messages),
      before: () => resetEnvois(knex),
    });
    const parSeconde = (ms) => round((ENVOIS * 1000) / ms);
    print(`${ENVOIS} e-mails, ${CONNEXIONS} connexions`, 'ms', 'messages/s');
    print('le module, de la file au résultat inscrit', round(temps.ours), parSeconde(temps.ours));
    print('nodemailer seul', round(temps.bare), parSeconde(temps.bare));
    return {
      ratio: round(temps.bare / temps.ours, 2),
      module: parSeconde(temps.ours),
      nu: parSeconde(temps.bare),
      envois: ENVOIS,
    };
  } finally {
    transport.close();
    await application.moteur.mail.close();
    await close();
    await puits.stop();
  }
}
