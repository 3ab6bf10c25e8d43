import { MODELE, openApplication, reglagesOf } from './banc-envoi.mjs';
import { fromPlugin } from './mesure.mjs';

const APRES_MIDI = new Date('2022-03-03T10:00:00Z');
/** Between the ids of one copy of the campagne and those of the next. */
const ECART = 10_000_000;

/** A campagne of e-mails to all that may be written to, scheduled by the module as from the panel. */
async function schedule({ knex, url }) {
  const reglages = reglagesOf({ port: 9, connexions: 1 });
  const application = openApplication({ knex, url, reglages, clock: () => APRES_MIDI });
  const neuf = { documentId: null, version: null, annulerProgrammes: null };
  const modele = fromPlugin('core/modele').modeleSchema.parse(MODELE);
  const { documentId } = await application.saveModele({
    ...{ ...neuf, auteurId: null, now: APRES_MIDI, modele },
  });
  const { programmes } = await application.scheduleCampagne({
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
  await application.moteur.mail.close();
  return programmes;
}

/** That campagne kept aside, to be sent again at each run; as often as it takes to make `nombre` envois. */
export async function prepareCampagne(base, nombre) {
  const { knex } = base;
  const programmes = await schedule(base);
  const copies = Math.ceil(nombre / programmes);
  await knex.raw('CREATE TABLE banc_envois AS SELECT * FROM sms_envois');
  await knex.raw('CREATE TABLE banc_file AS SELECT * FROM sms_file');
  for (let copie = 1; copie < copies; copie += 1) {
    const ecart = copie * ECART;
    await knex.raw(`
      CREATE TABLE copie_envois AS SELECT * FROM sms_envois;
      CREATE TABLE copie_file AS SELECT * FROM sms_file;
      UPDATE copie_envois SET id = id + ${ecart}, cle = cle || ':${copie}', document_id = md5(document_id || ${copie});
      UPDATE copie_file SET envoi_id = envoi_id + ${ecart};
      INSERT INTO banc_envois SELECT * FROM copie_envois;
      INSERT INTO banc_file SELECT * FROM copie_file;
      DROP TABLE copie_envois, copie_file`);
  }
}

export async function resetEnvois(knex, nombre) {
  await knex.raw('TRUNCATE sms_envois, sms_file');
  await knex.raw('INSERT INTO sms_envois SELECT * FROM banc_envois ORDER BY id LIMIT ?', [nombre]);
  await knex.raw(
    'INSERT INTO sms_file SELECT * FROM banc_file WHERE envoi_id IN (SELECT id FROM sms_envois)'
  );
  await knex.raw('VACUUM ANALYZE sms_envois, sms_file');
}

export async function assertDelivered(knex, recus, nombre) {
  const { rows } = await knex.raw(
    'SELECT statut, motif, count(*)::int AS nombre FROM sms_envois GROUP BY 1, 2'
  );
  if (rows.length !== 1 || rows[0].statut !== 'envoye' || recus !== nombre) {
    throw new Error(`Envois : ${JSON.stringify(rows)}, reçus : ${recus}.`);
  }
}
