import { createDatabase, dropDatabase } from '../scripts/lib/databases.mjs';
import { TEST_ENV } from '../scripts/lib/test-server.mjs';
import { listen, loadApplication } from '../scripts/demo/application.mjs';
import { SECRET } from './lib/crm.mjs';
import { listDemandes } from './lib/demandes-pages.mjs';
import { MATIN, openHistorique } from './lib/historique.mjs';
import { median, print, round } from './lib/mesure.mjs';

const PERSONNES = 200_000;
const ENVOIS = 1_000_000;
const PASSES = 5;
const ANTENNE = 3;
const LIMITE_MS = 1_000;

/** Who sees everything, and who sees one antenne: of the « Profil spécifique », whose rights are all limited to it. */
const PROFILS = { tout: 'sms-administrateur', antenne: 'sms-profil-specifique' };

async function createCompte({ strapi }, [nom, code]) {
  const role = await strapi.service('admin::role').findOne({ code });
  const { id } = await strapi.service('admin::user').create({
    ...{ email: `${nom}@banc.test`, firstname: 'Camille', lastname: nom },
    ...{ password: 'Banc-de-pages-1', isActive: true, registrationToken: null, roles: [role.id] },
  });
  return { id, roleId: role.id };
}

async function limitToAntenne(knex, { id, roleId }) {
  await knex('sms_rattachements').insert({ utilisateur_id: id, antenne_id: ANTENNE });
  await knex.raw(
    `UPDATE admin_permissions p SET conditions = '["plugin::sms-mailing.perimetre-antenne"]'
       FROM admin_permissions_role_lnk l WHERE l.permission_id = p.id AND l.role_id = ?
        AND p.action LIKE 'plugin::sms-mailing.%'`,
    [roleId]
  );
}

async function openSession({ strapi }, { id }) {
  const sessions = strapi.sessionManager('admin');
  const { token: refresh } = await sessions.generateRefreshToken(String(id), 'banc-de-pages', {
    type: 'session',
  });
  const { token } = await sessions.generateAccessToken(refresh);
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

/** The access tokens of both, by what they see. */
async function openSessions(application) {
  const { connection } = application.strapi.db;
  const sessions = {};
  for (const profil of Object.entries(PROFILS)) {
    const compte = await createCompte(application, profil);
    if (profil[0] === 'antenne') {
      await limitToAntenne(connection, compte);
    }
    sessions[profil[0]] = await openSession(application, compte);
  }
  return sessions;
}

async function readReperes(knex) {
  const first = async (table, colonnes = ['document_id']) =>
    knex(table).orderBy('id').first(colonnes);
  const deLAntenne = (table, lien) =>
    knex(`${table} as f`)
      .join(`${table}_antenne_lnk as l`, `l.${lien}`, 'f.id')
      .where('l.antenne_id', ANTENNE)
      .orderBy('f.id');
  const entrepreneur = await deLAntenne('entrepreneurs', 'entrepreneur_id').first([
    'f.document_id',
    'f.nom',
  ]);
  const action = await deLAntenne('actions', 'action_id').first('f.document_id');
  return {
    modele: (await first('sms_modeles')).document_id,
    lot: (await first('sms_packages')).document_id,
    action: action.document_id,
    antenne: (await knex('antennes').where({ id: ANTENNE }).first('document_id')).document_id,
    entrepreneur: entrepreneur.document_id,
    entrepreneurNom: entrepreneur.nom,
  };
}

/** Milliseconds from the request to the last byte; `statut` when it is not an answer. */
async function ask(url, headers, demande) {
  const [chemin, corps] = Array.isArray(demande) ? demande : [demande];
  const debut = performance.now();
  const reponse = await fetch(`${url}/sms-mailing${chemin}`, {
    headers,
    ...(corps === undefined ? {} : { method: 'POST', body: JSON.stringify(corps) }),
  });
  const texte = await reponse.text();
  const ms = performance.now() - debut;
  // Somebody of one antenne is refused what a profil without limit alone opens.
  if (!reponse.ok && reponse.status !== 403) {
    throw new Error(`${chemin} : ${String(reponse.status)} ${texte.slice(0, 400)}`);
  }
  return { ms, refusee: !reponse.ok };
}

async function measurePage(url, headers, demande) {
  const premiere = await ask(url, headers, demande);
  const temps = [];
  for (let passe = 0; passe < PASSES && !premiere.refusee; passe += 1) {
    temps.push((await ask(url, headers, demande)).ms);
  }
  return { premiere: premiere.ms, temps };
}

async function measureAll(url, sessions, demandes) {
  const temps = [];
  const medianes = [];
  print('ms', 'première', 'médiane', 'plus longue');
  for (const [vue, headers] of Object.entries(sessions)) {
    for (const [nom, demande] of demandes) {
      const page = await measurePage(url, headers, demande);
      if (page.temps.length > 0) {
        const pire = Math.max(...page.temps);
        const marque = pire > LIMITE_MS ? ' <' : '';
        print(
          `${vue} : ${nom}`,
          round(page.premiere),
          round(median(page.temps)),
          `${round(pire)}${marque}`
        );
        temps.push(...page.temps);
        medianes.push(median(page.temps));
      }
    }
  }
  return { temps: temps.sort((a, b) => a - b), medianes };
}

const percentile = (triees, part) =>
  triees[Math.min(triees.length - 1, Math.floor(triees.length * part))];

/**
 * `npm run bench -- pages [envois] [personnes]`. Over HTTP, on the application as it runs: the first results of each
 * search page, each count, each page of the past, by who sees everything and by who sees one antenne. Goal: under a
 * second, once the base is warm.
 */
export default async function pages(server, [envois = ENVOIS, personnes = PERSONNES] = []) {
  const tailles = { nombre: Number(envois), personnes: Number(personnes) };
  const source = await openHistorique(server, tailles);
  await source.close();
  const base = `${server.prefix}pages`;
  const url = await createDatabase(server.adminUrl, base, source.name);
  const application = await loadApplication({
    ...server.secrets,
    ...TEST_ENV,
    ...{ ENCRYPTION_KEY: SECRET, DATABASE_URL: url },
  });
  try {
    application.setClock(() => MATIN);
    const port = await listen(application.strapi, 0, '127.0.0.1');
    const { connection } = application.strapi.db;
    const sessions = await openSessions(application);
    await connection.raw('VACUUM ANALYZE');
    const demandes = listDemandes(await readReperes(connection));
    const { temps, medianes } = await measureAll(`http://127.0.0.1:${port}`, sessions, demandes);
    return {
      ...{ pages: medianes.length, medianeMs: round(median(medianes)) },
      ...{ p95Ms: round(percentile(temps, 0.95)), maxMs: round(temps.at(-1)) },
    };
  } finally {
    await application.stop();
    await dropDatabase(server.adminUrl, base);
  }
}
