import { HORLOGE, reglagesRendu } from './lib/campagne.mjs';
import { openCrm } from './lib/crm.mjs';
import { fromPlugin, print, round } from './lib/mesure.mjs';

const ENTREPRENEURS = 60_000;
/** One day of the largest association, times a hundred: what the first page took 24 to 85 s to count. */
const ACTIONS = 510;
const PAR_ACTION = 100;
const EN_FILE = 20_000;
const SOIR = '2022-03-03';
const NOW = new Date(`${SOIR}T14:00:00Z`);

const TEXTES = [
  { nom: 'E-mail sans signet', typeContact: 'email', texte: 'Bonjour' },
  { nom: 'E-mail daté', typeContact: 'email', texte: 'Le ${action_date#j F Y}' },
  {
    ...{ nom: 'SMS', typeContact: 'sms' },
    texte: 'Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}, le ${action_date#j F}',
  },
];

const JOURNEE = [
  `INSERT INTO actions (objet, date, heure_debut, statut, nature, document_id, created_at, updated_at, published_at)
   SELECT 'Atelier ' || n, date '2022-03-05', time '09:00', 'Planifiée', 'Collective', 'banc-action-' || n, now(), now(), now()
     FROM generate_series(1, ${ACTIONS}) n`,
  `INSERT INTO participations (statut, document_id, created_at, updated_at, published_at)
   SELECT 'Inscrit', 'banc-' || n, now(), now(), now() FROM generate_series(1, ${ACTIONS * PAR_ACTION}) n`,
  `INSERT INTO participations_action_lnk (participation_id, action_id)
   SELECT p.id, a.id FROM participations p
     JOIN actions a ON a.document_id = 'banc-action-' || (1 + substr(p.document_id, 6)::int % ${ACTIONS})
    WHERE starts_with(p.document_id, 'banc-')`,
  `INSERT INTO participations_entrepreneur_lnk (participation_id, entrepreneur_id)
   SELECT p.id, 1 + substr(p.document_id, 6)::int % ${ENTREPRENEURS} FROM participations p
    WHERE starts_with(p.document_id, 'banc-')`,
  `INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, type_destinataire, destinataire_id,
          nom, prevu_le, tentatives, credits)
   SELECT 'f' || e.id, 'c:1:e' || e.id, 'campagne', 'email', 'programme', (SELECT min(id) FROM sms_modeles), 'entrepreneur',
          e.id, e.nom, timestamp '2022-03-03 18:00', 0, 0 FROM entrepreneurs e ORDER BY e.id LIMIT ${EN_FILE}`,
];

async function addRegles(knex) {
  const versions = new Map();
  const { parseSignets } = fromPlugin('core/signet');
  const { findEntree } = fromPlugin('core/catalogue-signets');
  for (const { nom, typeContact, texte } of TEXTES) {
    const [{ id }] = await knex('sms_modeles')
      .insert({
        ...{ nom, type_contact: typeContact, but: 'suivi', inactif: false, version: 1 },
        document_id: `banc-${nom}`,
      })
      .returning('id');
    await knex('sms_envois_automatiques').insert({
      ...{ document_id: `regle-${nom}`, modele_id: id, type_contact: typeContact, delai: -2 },
      ...{ criteres: '{}', inactif: false, prevenir_si_date_change: true },
    });
    const morceaux = parseSignets(texte).map((morceau) =>
      typeof morceau === 'string' ? morceau : { signet: morceau, cible: 'texte' }
    );
    const donnees = morceaux.flatMap((morceau) =>
      typeof morceau === 'string' ? [] : [findEntree(morceau.signet.chemin).donnee]
    );
    versions.set(id, {
      ...{ versionId: 1, modeleId: id, modeleNom: nom, numero: 1, typeContact, but: 'suivi' },
      contenu: {
        message: { moteur: 1, objet: [], html: [], texte: morceaux },
        ...{ donnees, piecesJointes: [] },
      },
    });
  }
  return versions;
}

function openPrevision(knex, versions) {
  const { createProgrammes } = fromPlugin('server/src/adapters/sql/programmer/programmes');
  const { createRegles } = fromPlugin('server/src/adapters/sql/envois-automatiques/regles');
  const { createAttente } = fromPlugin('server/src/adapters/sql/envois/attente');
  const { createPrevisions } = fromPlugin('server/src/adapters/sql/soirees/previsions');
  const { readPrevision } = fromPlugin('server/src/services/soiree/prevoir-soiree');
  const { parametresSchema } = fromPlugin('core/parametres');
  const deps = {
    ...{ ...HORLOGE, now: () => NOW, programmes: createProgrammes(knex, HORLOGE) },
    regles: createRegles(knex, HORLOGE),
    attente: createAttente(knex, HORLOGE.zone, async () => false),
    previsions: createPrevisions(knex),
    versions: { loadCourante: async (id) => versions.get(id) ?? null },
    parametres: { read: async () => parametresSchema.parse({}) },
    readReglagesRendu: async () => reglagesRendu(),
  };
  return () => readPrevision(deps, SOIR, 'gardee');
}

async function time(work) {
  const debut = performance.now();
  const resultat = await work();
  return { ms: performance.now() - debut, resultat };
}

/** An evening of 51,000 participations under three rules and 20,000 envois that wait: counted, then read again. */
export default async function prevision(server) {
  const { knex, close } = await openCrm(server, ENTREPRENEURS);
  try {
    const versions = await addRegles(knex);
    for (const statement of JOURNEE) {
      await knex.raw(statement);
    }
    const { repairFile } = fromPlugin('server/src/adapters/sql/envois/repair-file');
    await repairFile(knex);
    await knex.raw('ANALYZE');
    const lire = openPrevision(knex, versions);
    const compte = await time(lire);
    const relu = await time(lire);
    const { lignes } = compte.resultat.contenu;
    const personnes = lignes.reduce((somme, ligne) => somme + ligne.personnes, 0);
    print(`${personnes} personnes, ${lignes.length} lignes`, 'ms');
    print('compter le soir', round(compte.ms));
    print('relire le compte gardé', round(relu.ms, 1));
    return { compteMs: round(compte.ms), reluMs: round(relu.ms, 1), personnes };
  } finally {
    await close();
  }
}
