import { setTimeout as wait } from 'node:timers/promises';
import { MODELE, reglagesOf } from './lib/banc-envoi.mjs';
import { openCrm } from './lib/crm.mjs';
import { fromPlugin, print, round } from './lib/mesure.mjs';
import { startPuits } from './puits-smtp.mjs';

const ENTREPRENEURS = 25_000;
const SOIREE = 20_000;
const CLICS = 40;
const ENTRE_DEUX_MS = 250;
const CONNEXIONS = 5;
const LENT_MS = 200;
const PAR_HEURE = 400;
/** Longer after the last click, and one that has not left does not leave by itself. */
const PATIENCE_MS = 15_000;
const SOIR = new Date('2022-03-03T18:00:00Z');

/** Figures of a volatile database are not those of an evening. */
export const durable = true;

function openApplication({ knex, url, port, parHeure }) {
  const { composeOn } = fromPlugin('server/src/strapi/compose');
  const { VIERGES } = fromPlugin('server/src/adapters/sql/parametres/reglages');
  const depart = performance.now();
  return composeOn(
    {
      knex,
      connexion: { connectionString: url },
      reglages: reglagesOf({ port, connexions: CONNEXIONS }),
      mail: null,
      transports: null,
      clock: () => new Date(SOIR.getTime() + performance.now() - depart),
      journal: { info() {}, warn: console.warn, error: console.error },
      secret: 'secret-du-banc',
    },
    { ...VIERGES, parametres: { ...VIERGES.parametres, emailsParHeure: parHeure } }
  );
}

const LIGNES = `
  INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, type_destinataire, destinataire_id,
                          nom, prevu_le, retarde, tentatives, credits, action_id, action_date, participation_id,
                          annulee_confirmee, created_at, updated_at)
  SELECT :genre || e.id, :genre || ':' || e.id, :modalite, 'email', 'programme', :modele, 'entrepreneur', e.id, '', :le, false,
         0, 0, p.action_id, p.date, p.participation_id, true, :le, :le
    FROM (SELECT id FROM entrepreneurs WHERE NOT coalesce(inactif, false) ORDER BY id OFFSET :saut LIMIT :nombre) e
    CROSS JOIN (SELECT a.action_id, x.date, a.participation_id FROM participations_action_lnk a
                  JOIN participations q ON q.id = a.participation_id AND q.statut = 'Inscrit'
                  JOIN actions x ON x.id = a.action_id LIMIT 1) p`;

/** Both tables by one statement, as the module does at a click; answers their ids. */
async function addEnvois(knex, lignes) {
  const { sqlEnfile } = fromPlugin('server/src/adapters/sql/envois/file');
  const { rows } = await knex.raw(
    `WITH lignes AS (${LIGNES} RETURNING *) ${sqlEnfile('lignes', 'l.prevu_le')} RETURNING envoi_id AS id`,
    lignes
  );
  return rows.map(({ id }) => id);
}

/** Milliseconds from the click to the server's « accepted », click after click, while the evening leaves. */
async function playEssai(contexte, nom, { latenceMs = 0, parHeure = null } = {}) {
  const { knex, url, modele, soiree } = contexte;
  const puits = await startPuits({ latenceMs });
  const application = openApplication({ knex, url, port: puits.port, parHeure });
  const { startOuvrier } = fromPlugin('server/src/strapi/ouvrier');
  const { mail, ledger } = application.moteur;
  await knex.raw('TRUNCATE sms_envois, sms_file');
  const le = SOIR;
  const commun = { modele, le };
  await addEnvois(knex, {
    ...commun,
    ...{ genre: 's', modalite: 'campagne', saut: CLICS, nombre: soiree },
  });
  const acceptes = new Map();
  const record = ledger.record.bind(ledger);
  ledger.record = (ouvrier, issue, now) => {
    if (issue.statut === 'envoye') acceptes.set(issue.id, performance.now());
    return record(ouvrier, issue, now);
  };
  const ouvrier = startOuvrier(application, 'banc');
  try {
    // The evening is under way, or its share of the hour is already gone.
    while ((await puits.compteurs()).messages < Math.min(200, soiree / 10)) await wait(50);
    const clics = [];
    for (let i = 0; i < CLICS; i += 1) {
      const debut = performance.now();
      const [id] = await addEnvois(knex, {
        ...commun,
        ...{ genre: 'c', modalite: 'fiche_action', saut: i, nombre: 1 },
      });
      await knex.raw(`SELECT pg_notify('sms_envois', '')`);
      clics.push({ id, debut });
      await wait(ENTRE_DEUX_MS);
    }
    const fin = performance.now() + PATIENCE_MS;
    while (performance.now() < fin && clics.some(({ id }) => !acceptes.has(id))) await wait(50);
    const durees = clics
      .flatMap(({ id, debut }) => (acceptes.has(id) ? [acceptes.get(id) - debut] : []))
      .sort((a, b) => a - b);
    const bloques = CLICS - durees.length;
    const reste = (await knex.raw('SELECT count(*)::int AS n FROM sms_file')).rows[0].n;
    const centile = (part) => round(durees[Math.ceil(durees.length * part) - 1] ?? Infinity);
    print(nom, centile(0.5), centile(0.95), bloques, reste);
    return { p95: centile(0.95), bloques };
  } finally {
    await ouvrier.stop();
    await mail.close();
    await puits.stop();
  }
}

/**
 * `npm run bench -- clic [messages]`. An e-mail sent from the fiche of an action while an evening leaves: how long from
 * the click to the server's « accepted », near a good server, near a slow one, and with a limit per hour.
 */
export default async function clic(server, [demandes = String(SOIREE)] = []) {
  const { knex, url, close } = await openCrm(server, ENTREPRENEURS);
  try {
    const { modeleSchema } = fromPlugin('core/modele');
    const application = openApplication({ knex, url, port: 9, parHeure: null });
    const { documentId } = await application.saveModele({
      ...{ documentId: null, version: null, annulerProgrammes: null, auteurId: null, now: SOIR },
      modele: modeleSchema.parse(MODELE),
    });
    await application.moteur.mail.close();
    const [{ id: modele }] = await knex('sms_modeles')
      .where({ document_id: documentId })
      .select('id');
    const contexte = { knex, url, modele, soiree: Number(demandes) };
    print('du clic au serveur, en ms', 'p50', 'p95', 'bloqués', 'restent');
    const proche = await playEssai(contexte, 'serveur proche');
    const lent = await playEssai(contexte, `${LENT_MS} ms par réponse`, { latenceMs: LENT_MS });
    const limite = await playEssai(contexte, `${PAR_HEURE} par heure`, { parHeure: PAR_HEURE });
    return {
      p95Ms: Math.max(proche.p95, limite.p95),
      p95LentMs: lent.p95,
      bloques: proche.bloques + lent.bloques + limite.bloques,
    };
  } finally {
    await close();
  }
}
