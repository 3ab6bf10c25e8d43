/**
 * A CRM of any size, written by set-based statements and always the same (`setseed`): what the benches of
 * filters and of scheduling read. Shares are those of an association: 92 % have an e-mail, half a mobile.
 */
const pick = (values) =>
  `(ARRAY[${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')}])[1 + floor(random() * ${values.length})::int]`;

const identite = (table) =>
  `translate(gen_random_uuid()::text, '-', ''), now(), now(), now() FROM ${table}`;

const liste = (table, prefixe, nombre) => `
  INSERT INTO ${table} (nom, document_id, created_at, updated_at, published_at)
  SELECT '${prefixe} ' || n, ${identite(`generate_series(1, ${nombre}) n`)}`;

const lien = (table, [proprietaire, tableProprietaire], cible, nombreCibles) => `
  INSERT INTO ${table} (${proprietaire}_id, ${cible}_id)
  SELECT id, 1 + floor(random() * ${nombreCibles})::int FROM ${tableProprietaire}`;

const lienEntrepreneur = (table, proprietaire, tableProprietaire, entrepreneurs) => `
  INSERT INTO ${table} (${proprietaire}_id, entrepreneur_id, ${proprietaire}_ord)
  SELECT id, 1 + (id * 7919::bigint) % ${entrepreneurs}, 1 FROM ${tableProprietaire}`;

const referentiels = () => [
  `SELECT setseed(0.42)`,
  liste('antennes', 'Antenne', 20),
  liste('equipes', 'Équipe', 40),
  liste('ods', 'ODS', 25),
  liste('etapes', 'Étape', 60),
  liste('ressources', 'Ressource', 15),
  liste('types_action', 'Type', 12),
  liste('sites', 'Site', 80),
  `INSERT INTO intervenants (nom, prenom, document_id, created_at, updated_at, published_at)
   SELECT 'INTERVENANT ' || n, 'Prénom', ${identite('generate_series(1, 200) n')}`,
  lien('intervenants_equipe_lnk', ['intervenant', 'intervenants'], 'equipe', 40),
];

const entrepreneurs = (nombre) => [
  `INSERT INTO entrepreneurs (civilite, nom, prenom, date_naissance, date_creation_profil, statut_personne, csp,
     niveau_formation, th, rsa, qualification_qpv, canal_prescription, moyen_contact, consentement_rgpd,
     accepte_sms, fiche_test, inactif, document_id, created_at, updated_at, published_at)
   SELECT ${pick(['Madame', 'Monsieur'])}, 'NOM' || (n * 7919::bigint) % 50000, 'Prénom' || n % 900,
     date '1955-01-01' + floor(random() * 18000)::int, date '2016-01-01' + floor(random() * 2200)::int,
     ${pick(['Porteur de projet', 'Créateur', 'Repreneur', 'Dirigeant', 'Autre'])}, ${pick(['Employés', 'Ouvriers', 'Retraités'])},
     ${pick(['Sans diplôme', 'CAP BEP', 'Bac', 'Bac +2'])}, ${pick(['Non renseigné', 'Oui', 'Non'])},
     ${pick(['Non renseigné', 'Oui', 'Non'])}, ${pick(['Non renseigné', 'Oui', 'Non'])},
     ${pick(['France Travail', 'Mission locale', 'Partenaire', 'Autre'])}, ${pick(['E-mail', 'Téléphone', 'SMS'])},
     ${pick(['Non renseigné', 'Oui', 'Oui', 'Non'])}, random() < 0.7, n % 5000 = 0, random() < 0.03,
     ${identite(`generate_series(1, ${nombre}) n`)}`,
  lien('entrepreneurs_antenne_lnk', ['entrepreneur', 'entrepreneurs'], 'antenne', 20),
  lien('entrepreneurs_referent_lnk', ['entrepreneur', 'entrepreneurs'], 'intervenant', 200),
  `INSERT INTO components_coordonnees_emails (adresse, reference, accepte, etat)
   SELECT 'personne' || n || '@banc.test', n % 5 <> 0, random() < 0.9,
     CASE WHEN random() < 0.97 THEN 'valide' ELSE 'fictive' END
     FROM generate_series(1, ${Math.round(nombre * 1.2)}) n`,
  `INSERT INTO entrepreneurs_cmps (entity_id, cmp_id, component_type, field, "order")
   SELECT 1 + (id - 1) % ${Math.round(nombre * 0.92)}, id, 'coordonnees.email', 'emails', 1 + (id - 1) / ${Math.round(nombre * 0.92)}
     FROM components_coordonnees_emails`,
  `INSERT INTO components_coordonnees_telephones (type_numero, numero, principal, contact_possible, numero_e164, mobile)
   SELECT ${pick(['Bureau', 'Mobile'])}, '06' || lpad(n::text, 8, '0'), n % 4 <> 0, random() < 0.8,
     '+336' || lpad(n::text, 8, '0'), random() < 0.6 FROM generate_series(1, ${Math.round(nombre * 1.1)}) n`,
  `INSERT INTO entrepreneurs_cmps (entity_id, cmp_id, component_type, field, "order")
   SELECT 1 + (id - 1) % ${Math.round(nombre * 0.95)}, id, 'coordonnees.telephone', 'telephones', 1 + (id - 1) / ${Math.round(nombre * 0.95)}
     FROM components_coordonnees_telephones`,
];

const dossiers = (nombre) => [
  `INSERT INTO situations (date, statut_emploi, document_id, created_at, updated_at, published_at)
   SELECT date '2018-01-01' + floor(random() * 1500)::int, ${pick(["Demandeur d'emploi", 'Salarié', 'Indépendant', 'Sans emploi'])},
     ${identite(`generate_series(1, ${Math.round(nombre * 1.5)})`)}`,
  lienEntrepreneur('situations_entrepreneur_lnk', 'situation', 'situations', nombre),
  `INSERT INTO projets (nom, etat, secteur_activite, document_id, created_at, updated_at, published_at)
   SELECT 'Projet', ${pick(['Idée', 'En étude', 'En montage', 'Créé'])}, ${pick(['Commerce', 'Artisanat', 'Bâtiment', 'Numérique'])},
     ${identite(`generate_series(1, ${Math.round(nombre * 1.1)})`)}`,
  lienEntrepreneur('projets_entrepreneur_lnk', 'projet', 'projets', nombre),
  `INSERT INTO parcours (date_debut, date_fin, document_id, created_at, updated_at, published_at)
   SELECT date '2020-01-01' + n % 700, date '2020-04-01' + n % 700, ${identite(`generate_series(1, ${Math.round(nombre * 1.4)}) n`)}`,
  lienEntrepreneur('parcours_entrepreneur_lnk', 'parcours', 'parcours', nombre),
  lien('parcours_ods_lnk', ['parcours', 'parcours'], 'ods', 25),
  lien('parcours_etape_lnk', ['parcours', 'parcours'], 'etape', 60),
  lien('parcours_ressource_lnk', ['parcours', 'parcours'], 'ressource', 15),
  `INSERT INTO actions (objet, nature, date, heure_debut, statut, document_id, created_at, updated_at, published_at)
   SELECT 'Atelier', 'Collective', date '2021-01-01' + floor(random() * 500)::int, '09:30',
     CASE WHEN random() < 0.05 THEN 'Annulée' ELSE 'Planifiée' END, ${identite(`generate_series(1, ${Math.round(nombre / 4)})`)}`,
  lien('actions_type_action_lnk', ['action', 'actions'], 'type_action', 12),
  lien('actions_site_lnk', ['action', 'actions'], 'site', 80),
  lien('actions_antenne_lnk', ['action', 'actions'], 'antenne', 20),
  `INSERT INTO participations (statut, presence, document_id, created_at, updated_at, published_at)
   SELECT CASE WHEN random() < 0.1 THEN 'Annulé' ELSE 'Inscrit' END, 'Non saisie', ${identite(`generate_series(1, ${nombre * 2})`)}`,
  lienEntrepreneur('participations_entrepreneur_lnk', 'participation', 'participations', nombre),
  `INSERT INTO participations_action_lnk (participation_id, action_id, participation_ord)
   SELECT id, 1 + floor(random() * ${Math.round(nombre / 4)})::int, 1 FROM participations`,
];

/** The statements that fill an empty CRM with `nombre` entrepreneurs and their dossiers. */
export function sqlJeuCrm(nombre) {
  return [...referentiels(), ...entrepreneurs(nombre), ...dossiers(nombre), 'ANALYZE'];
}
