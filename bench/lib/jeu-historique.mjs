/**
 * Years of envois, written by set-based statements and always the same: what a base of five years holds. The evening
 * of `AUJOURDHUI` (what is due, what left yesterday) is the same whatever the number of old envois.
 */
export const AUJOURDHUI = '2022-03-03';
const DEPART = `timestamp '2022-03-03 18:00'`;
const PREMIER_SOIR = `timestamp '2017-03-01 18:00'`;
const JOURS = 1_825;

const MODELES = 40;
const MODELES_DE_REGLES = 10;
const PAR_CAMPAGNE = 2_000;
const CE_SOIR = 2_000;
const HIER = 3_000;
/** A package is bought every two months. */
const PACKAGES = 30;

const document = `translate(gen_random_uuid()::text, '-', '')`;

/** One modèle in five writes SMS, one in seven a newsletter. */
const typeOf = (modele) =>
  `CASE WHEN ${modele} % 5 = 0 THEN 'sms' WHEN ${modele} % 7 = 0 THEN 'newsletter' ELSE 'email' END`;

/** The modèles and rules of `modele` and `regle`, saved by the application, in so many copies. */
const referentiels = () => [
  `INSERT INTO sms_modeles (document_id, type_contact, nom, objet, message, destinataires, but, inactif, modalites,
     pieces_jointes, version, created_at, updated_at, published_at)
   SELECT ${document}, ${typeOf('n')}, 'Modèle n° ' || n, objet, message, destinataires, but, false, modalites,
     pieces_jointes, version, created_at, updated_at, published_at
     FROM sms_modeles, generate_series(2, ${MODELES}) n WHERE id = 1 ORDER BY n`,
  `INSERT INTO sms_versions_modele (document_id, modele_id, numero, empreinte, contenu, created_at, updated_at, published_at)
   SELECT ${document}, m.id, 1, v.empreinte, v.contenu, v.created_at, v.updated_at, v.published_at
     FROM sms_modeles m, sms_versions_modele v WHERE v.modele_id = 1 AND m.id > 1 ORDER BY m.id`,
  `INSERT INTO sms_envois_automatiques (document_id, type_contact, modele_id, delai, criteres, inactif, rattrapage,
     prevenir_si_date_change, inclure_liste_attente, recap_intervenant, version, created_at, updated_at, published_at)
   SELECT ${document}, ${typeOf('n')}, n, -n, '{"natures":["Collective"],"typesAction":[],"ods":[],"etapes":[],"modesIntervention":[],"presences":[],"confirme":"indifferent"}',
     false, false, true, false, n <= 3, 1, now(), now(), now()
     FROM generate_series(1, ${MODELES_DE_REGLES}) n ORDER BY n`,
  `INSERT INTO actions_animateur_lnk (action_id, intervenant_id) SELECT id, 1 + id % 200 FROM actions`,
  `UPDATE intervenants SET email = 'intervenant' || id || '@banc.test'`,
];

const COLONNES = `document_id, cle, modalite, type_contact, statut, motif, detail, modele_id, version_id, campagne_id,
  envoi_automatique_id, action_id, action_date, annulee_confirmee, participation_id, type_destinataire, destinataire_id,
  contact_id, nom, antenne_id, equipe_id, referent_id, adresse, prevu_le, reserve_le, envoye_le, termine_le, ouvrier,
  tentatives, message_id, reference, credits, valeurs, retarde, auteur_id, confirmation, created_at, updated_at, published_at`;

const VALEURS = `'["Madame", "NOM", "Prénom", "Antenne n° 12", "INTERVENANT 34", "3 mars 2019", "09:30", "Maison de l’entreprise"]'::jsonb`;

/** `n`: rank; `modalite`, `modele_id`, `campagne_id`, `regle_id`, `action_id`, `prevu_le`, `statut`: what is kept of it. */
const sqlEnvois = (source, personnes) => `
  INSERT INTO sms_envois (${COLONNES})
  SELECT ${document},
         CASE q.modalite WHEN 'campagne' THEN 'c:' || q.campagne_id WHEN 'envoi_automatique' THEN 'a:' || q.regle_id || '.' || q.action_id
                ELSE 'h:' END || ':e' || d.id || ':n' || q.n || ':0',
         q.modalite, ${typeOf('q.modele_id')}, q.statut, CASE WHEN q.statut = 'exclu' THEN 'adresse_absente' END,
         CASE WHEN q.statut = 'echec' THEN '550 5.1.1 Boîte inconnue' END, q.modele_id, q.modele_id, q.campagne_id,
         q.regle_id, q.action_id, CASE WHEN q.action_id IS NOT NULL THEN q.prevu_le::date + 2 END, false, NULL::int, 'entrepreneur', d.id,
         CASE WHEN parti THEN d.id END, upper(d.nom) || ' ' || d.prenom, la.antenne_id, le.equipe_id, lr.intervenant_id,
         CASE WHEN parti THEN 'personne' || d.id || '@banc.test' END, q.prevu_le,
         CASE WHEN parti THEN q.prevu_le + q.n % 600 * interval '1 second' END,
         CASE WHEN q.statut IN ('envoye', 'remis') THEN q.prevu_le + q.n % 600 * interval '1 second' END,
         CASE WHEN q.statut <> 'programme' THEN q.prevu_le + q.n % 600 * interval '1 second' END,
         CASE WHEN parti THEN 'banc.soir' END, CASE WHEN parti THEN 1 ELSE 0 END,
         CASE WHEN parti THEN '<' || md5(q.n::text) || '@bge.example>' END, NULL,
         CASE WHEN ${typeOf('q.modele_id')} = 'sms' AND q.statut NOT IN ('exclu', 'annule', 'echec') THEN 1 ELSE 0 END,
         CASE WHEN q.statut IN ('envoye', 'remis', 'incertain') THEN ${VALEURS} END,
         false, NULL::int, 'banc', q.prevu_le - interval '1 day', q.prevu_le, q.prevu_le
    FROM (${source}) q
    CROSS JOIN LATERAL (SELECT q.statut IN ('envoye', 'remis', 'incertain', 'echec') AS parti) p
    JOIN entrepreneurs d ON d.id = 1 + (q.n * 7919::bigint) % ${personnes}
    LEFT JOIN entrepreneurs_antenne_lnk la ON la.entrepreneur_id = d.id
    LEFT JOIN entrepreneurs_referent_lnk lr ON lr.entrepreneur_id = d.id
    LEFT JOIN intervenants_equipe_lnk le ON le.intervenant_id = lr.intervenant_id`;

const STATUT = `CASE WHEN n % 50000 = 7 THEN 'incertain' WHEN n % 25 = 1 THEN 'exclu' WHEN n % 25 = 2 THEN 'echec'
  WHEN n % 50 = 3 THEN 'annule' WHEN modele_id % 5 = 0 THEN 'remis' ELSE 'envoye' END`;

/** 60 % of campagnes, 35 % of envois automatiques, 5 % from the fiches, evenly over five years. */
const sqlAnciens = (nombre, actions) => `
  SELECT z.*, ${STATUT} AS statut FROM (
    SELECT n, 'campagne' AS modalite, 1 + n / ${PAR_CAMPAGNE} AS campagne_id, 1 + (n / ${PAR_CAMPAGNE}) % ${MODELES} AS modele_id,
           NULL::int AS regle_id, NULL::int AS action_id,
           ${PREMIER_SOIR} + (n / ${PAR_CAMPAGNE})::bigint * ${PAR_CAMPAGNE} * ${JOURS} / ${nombre} * 10 / 6 * interval '1 day' AS prevu_le
      FROM generate_series(0, ${Math.round(nombre * 0.6)} - 1) n
     UNION ALL
    SELECT n, 'envoi_automatique', NULL, 1 + n % ${MODELES_DE_REGLES}, 1 + n % ${MODELES_DE_REGLES}, 1 + (n / 15) % ${actions},
           ${PREMIER_SOIR} + (n - ${Math.round(nombre * 0.6)})::bigint * ${JOURS} / ${Math.round(nombre * 0.35)} * interval '1 day'
      FROM generate_series(${Math.round(nombre * 0.6)}, ${Math.round(nombre * 0.95)} - 1) n
     UNION ALL
    SELECT n, 'fiche_' || CASE n % 2 WHEN 0 THEN 'action' ELSE 'entrepreneur' END, NULL, 1 + n % ${MODELES}, NULL,
           CASE n % 2 WHEN 0 THEN 1 + n % ${actions} END,
           ${PREMIER_SOIR} + (n - ${Math.round(nombre * 0.95)})::bigint * ${JOURS} / ${Math.round(nombre * 0.05)} * interval '1 day'
      FROM generate_series(${Math.round(nombre * 0.95)}, ${nombre} - 1) n) z`;

/** What left yesterday with its recaps, and a campagne of this evening that waits. */
const sqlRecents = (nombre, actions) => `
  SELECT z.*, CASE WHEN modalite = 'campagne' THEN 'programme' ELSE ${STATUT} END AS statut FROM (
    SELECT ${nombre} + n AS n, 'envoi_automatique' AS modalite, NULL::int AS campagne_id, 1 + n % ${MODELES_DE_REGLES} AS modele_id,
           1 + n % ${MODELES_DE_REGLES} AS regle_id, 1 + (n / 15) % ${actions} AS action_id, ${DEPART} - interval '1 day' AS prevu_le
      FROM generate_series(1, ${HIER}) n
     UNION ALL
    SELECT ${nombre} + n, 'campagne', (SELECT max(id) FROM sms_campagnes), 1, NULL, NULL, ${DEPART}
      FROM generate_series(${HIER} + 1, ${HIER + CE_SOIR}) n) z`;

const sqlCampagnes = (nombre) => `
  INSERT INTO sms_campagnes (document_id, modele_id, type_contact, type_destinataire, filtres, prevu_le, created_at, updated_at, published_at)
  SELECT ${document}, 1 + n % ${MODELES}, ${typeOf(`(1 + n % ${MODELES})`)}, 'entrepreneur', '{"typeDestinataire":"entrepreneur"}',
         CASE WHEN n = ${Math.ceil((nombre * 0.6) / PAR_CAMPAGNE)} THEN ${DEPART}
              ELSE ${PREMIER_SOIR} + n::bigint * ${PAR_CAMPAGNE} * ${JOURS} / ${nombre} * 10 / 6 * interval '1 day' END, now(), now(), now()
    FROM generate_series(0, ${Math.ceil((nombre * 0.6) / PAR_CAMPAGNE)}) n ORDER BY n`;

const packages = () => [
  `INSERT INTO sms_packages (document_id, date_achat, achetes, consommes, version, created_at, updated_at, published_at)
   SELECT ${document}, date '2017-03-01' + n * 60, 1000000, 0, 1, now(), now(), now() FROM generate_series(0, ${PACKAGES - 1}) n ORDER BY n`,
  // The debits that the old SMS made, the first package paying for most of them.
  `INSERT INTO sms_mouvements (document_id, package_id, envoi_id, nature, credits, survenu_le, created_at, updated_at, published_at)
   SELECT ${document}, CASE WHEN id % 2 = 0 THEN 1 ELSE 1 + id % ${PACKAGES} END, id, 'debit', credits, envoye_le, envoye_le, envoye_le, envoye_le
     FROM sms_envois WHERE type_contact = 'sms' AND envoye_le IS NOT NULL AND credits > 0`,
  `UPDATE sms_packages p SET consommes = m.n FROM (SELECT package_id, sum(credits) AS n FROM sms_mouvements GROUP BY 1) m WHERE p.id = m.package_id`,
];

const FILE = `
  INSERT INTO sms_file (envoi_id, voie, transport, modele_id, type_contact, type_destinataire, modalite, disponible_le)
  SELECT id, 'soir', 'mail', modele_id, type_contact, type_destinataire, modalite, prevu_le FROM sms_envois WHERE statut = 'programme'`;

const SOIREES = `
  INSERT INTO sms_soirees (soir, genre, commencee_le, envois)
  SELECT date '2017-03-01' + n, 'envois-automatiques', ${PREMIER_SOIR} + n * interval '1 day', 500 FROM generate_series(0, ${JOURS + 1}) n
   WHERE date '2017-03-01' + n <= date '${AUJOURDHUI}'`;

const AVIS = `
  INSERT INTO sms_avis (cle, genre, statut, adresse, action_id, action_date, soir, disponible_le, termine_le)
  SELECT DISTINCT 'r:' || e.action_id || '.' || e.action_date || '.' || e.prevu_le::date, 'recapitulatif', 'envoye', 'x@banc.test', e.action_id,
         e.action_date, e.prevu_le::date, e.prevu_le, e.prevu_le
    FROM sms_envois e WHERE e.modalite = 'envoi_automatique' AND e.envoi_automatique_id <= 3`;

/** The statements that give a CRM of `personnes` and `actions` a past of `nombre` envois. */
export function sqlJeuHistorique({ nombre, personnes, actions }) {
  return [
    ...referentiels(),
    sqlCampagnes(nombre),
    sqlEnvois(sqlAnciens(nombre, actions), personnes),
    sqlEnvois(sqlRecents(nombre, actions), personnes),
    FILE,
    SOIREES,
    ...packages(),
    AVIS,
  ];
}
