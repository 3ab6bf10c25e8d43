import type { TypeDestinataire } from '../../../../../core/vocabulaire';

/**
 * Where the values of signets come from. Each source is joined only when a signet of the modele reads it.
 * `u` is the envoi (or a row of the same shape: destinataire_id, action_id, participation_id), `d` the
 * fiche as `sqlDestinataires` gives it.
 */
export type Source =
  | 'fiche'
  | 'email'
  | 'telephone'
  | 'adresse'
  | 'situation'
  | 'projet'
  | 'parcours'
  | 'referent'
  | 'antenne'
  | 'equipe'
  | 'action'
  | 'action_refs'
  | 'site'
  | 'animateur'
  | 'participation'
  | 'place'
  | 'entreprise';

const FICHE: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: `LEFT JOIN (SELECT *, NULL::varchar AS fonction FROM entrepreneurs) pe ON pe.id = d.id`,
  contact_individuel: `LEFT JOIN LATERAL (${sansProfil('contacts_individuels')}) pe ON true`,
  entreprise_partenaire: `LEFT JOIN LATERAL (${sansProfil('contacts_partenaires')}) pe ON true`,
};

function sansProfil(table: string): string {
  return `SELECT c.fonction, NULL::date AS date_naissance, NULL::date AS date_creation_profil,
            NULL::varchar AS statut_personne, NULL::varchar AS csp, NULL::varchar AS niveau_formation,
            NULL::varchar AS canal_prescription, NULL::varchar AS moyen_contact
       FROM ${table} c WHERE c.id = d.contact_id`;
}

const PORTEURS_ADRESSE: Readonly<Record<TypeDestinataire, string | null>> = {
  entrepreneur: 'entrepreneurs',
  contact_individuel: null,
  entreprise_partenaire: 'entreprises_partenaires',
};

const PORTEURS_TELEPHONE: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'entrepreneurs',
  contact_individuel: 'contacts_individuels',
  entreprise_partenaire: 'contacts_partenaires',
};

function sqlAdressePostale(type: TypeDestinataire): string {
  const table = PORTEURS_ADRESSE[type];
  return table === null
    ? `LEFT JOIN LATERAL (SELECT NULL::varchar AS rue, NULL::varchar AS complement, NULL::varchar AS code_postal,
         NULL::varchar AS ville, NULL::varchar AS territoire) ad ON true`
    : `LEFT JOIN LATERAL (
         SELECT c.rue, c.complement, c.code_postal, c.ville, c.territoire
           FROM ${table}_cmps x JOIN components_coordonnees_adresses c ON c.id = x.cmp_id
          WHERE x.entity_id = d.id AND x.field = 'adresses' AND x.component_type = 'coordonnees.adresse'
          ORDER BY coalesce(c.reference, false) DESC, c.date DESC NULLS LAST, x."order" LIMIT 1) ad ON true`;
}

function sqlCourriel(type: TypeDestinataire): string {
  return type === 'entrepreneur'
    ? `LEFT JOIN LATERAL (
         SELECT c.adresse FROM entrepreneurs_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
          WHERE x.entity_id = d.id AND x.field = 'emails' AND x.component_type = 'coordonnees.email'
          ORDER BY coalesce(c.reference, false) DESC, x."order" LIMIT 1) ce ON true`
    : `LEFT JOIN LATERAL (SELECT d.courriel AS adresse) ce ON true`;
}

function sqlTelephone(type: TypeDestinataire): string {
  return `LEFT JOIN LATERAL (
     SELECT t.numero FROM ${PORTEURS_TELEPHONE[type]}_cmps x
       JOIN components_coordonnees_telephones t ON t.id = x.cmp_id
      WHERE x.entity_id = d.contact_id AND x.field = 'telephones' AND x.component_type = 'coordonnees.telephone'
      ORDER BY coalesce(t.principal, false) DESC, x."order" LIMIT 1) te ON true`;
}

/** A suivi exists for entrepreneurs only; for the others the columns are there, and empty. */
function sqlSuivi(type: TypeDestinataire, alias: string, lignes: string): string {
  const portee = type === 'entrepreneur' ? '' : ' WHERE false';
  return `LEFT JOIN LATERAL (SELECT * FROM (${lignes}) q${portee}) ${alias} ON true`;
}

const SITUATION = `SELECT s.date, s.statut_emploi FROM situations_entrepreneur_lnk l
    JOIN situations s ON s.id = l.situation_id
   WHERE l.entrepreneur_id = d.id ORDER BY s.date DESC NULLS LAST, s.id DESC LIMIT 1`;

const PROJET = `SELECT p.nom, p.etat, p.secteur_activite FROM projets_entrepreneur_lnk l
    JOIN projets p ON p.id = l.projet_id
   WHERE l.entrepreneur_id = d.id ORDER BY p.id DESC LIMIT 1`;

const PARCOURS = `SELECT p.date_debut, p.date_fin, o.nom AS ods, et.nom AS etape, re.nom AS ressource
    FROM parcours_entrepreneur_lnk l JOIN parcours p ON p.id = l.parcours_id
    LEFT JOIN parcours_ods_lnk lo ON lo.parcours_id = p.id LEFT JOIN ods o ON o.id = lo.ods_id
    LEFT JOIN parcours_etape_lnk le ON le.parcours_id = p.id LEFT JOIN etapes et ON et.id = le.etape_id
    LEFT JOIN parcours_ressource_lnk lr ON lr.parcours_id = p.id LEFT JOIN ressources re ON re.id = lr.ressource_id
   WHERE l.entrepreneur_id = d.id ORDER BY p.date_debut DESC NULLS LAST, p.id DESC LIMIT 1`;

const ACTION_REFS = `LEFT JOIN LATERAL (
    SELECT (SELECT t.nom FROM actions_type_action_lnk l JOIN types_action t ON t.id = l.type_action_id WHERE l.action_id = u.action_id LIMIT 1) AS type,
           (SELECT o.nom FROM actions_ods_lnk l JOIN ods o ON o.id = l.ods_id WHERE l.action_id = u.action_id LIMIT 1) AS ods,
           (SELECT e.nom FROM actions_etape_lnk l JOIN etapes e ON e.id = l.etape_id WHERE l.action_id = u.action_id LIMIT 1) AS etape,
           (SELECT r.nom FROM actions_ressource_lnk l JOIN ressources r ON r.id = l.ressource_id WHERE l.action_id = u.action_id LIMIT 1) AS ressource,
           (SELECT n.nom FROM actions_antenne_lnk l JOIN antennes n ON n.id = l.antenne_id WHERE l.action_id = u.action_id LIMIT 1) AS antenne
    ) ar ON true`;

/** Decision F3: the designated animateur, else the first intervenant by a stable order. */
const ANIMATEUR = `LEFT JOIN LATERAL (
    SELECT i.civilite, i.nom, i.prenom, i.email, i.telephone FROM (
      SELECT l.intervenant_id, 0 AS rang, 0 AS ord FROM actions_animateur_lnk l WHERE l.action_id = u.action_id
      UNION ALL
      SELECT l.intervenant_id, 1, l.intervenant_ord FROM actions_intervenants_lnk l WHERE l.action_id = u.action_id) q
      JOIN intervenants i ON i.id = q.intervenant_id
     ORDER BY q.rang, q.ord, i.id LIMIT 1) am ON true`;

const SITE = `LEFT JOIN LATERAL (
    SELECT s.nom, s.adresse, s.complement, s.code_postal, s.ville FROM actions_site_lnk l
      JOIN sites s ON s.id = l.site_id WHERE l.action_id = u.action_id LIMIT 1) si ON true`;

/** Of the place that is proposed to her now; taken, refused or taken back, there is none. */
const PLACE = `LEFT JOIN sms_propositions pl ON pl.participation_id = u.participation_id AND pl.statut = 'ouverte'`;

type SourcePropre =
  'fiche' | 'email' | 'telephone' | 'adresse' | 'situation' | 'projet' | 'parcours';

/** Sources whose tables depend on the kind of destinataire. */
const SOURCES_PROPRES: Readonly<Record<SourcePropre, (type: TypeDestinataire) => string>> = {
  fiche: (type) => FICHE[type],
  email: sqlCourriel,
  telephone: sqlTelephone,
  adresse: sqlAdressePostale,
  situation: (type) => sqlSuivi(type, 'st', SITUATION),
  projet: (type) => sqlSuivi(type, 'pr', PROJET),
  parcours: (type) => sqlSuivi(type, 'pc', PARCOURS),
};

function isPropre(source: Source): source is SourcePropre {
  return Object.hasOwn(SOURCES_PROPRES, source);
}

const SOURCES_COMMUNES: Readonly<Record<Exclude<Source, SourcePropre>, string>> = {
  referent: `LEFT JOIN intervenants rf ON rf.id = d.referent_id`,
  antenne: `LEFT JOIN antennes an ON an.id = d.antenne_id`,
  equipe: `LEFT JOIN equipes eq ON eq.id = d.equipe_id`,
  action: `LEFT JOIN actions ac ON ac.id = u.action_id`,
  action_refs: ACTION_REFS,
  site: SITE,
  animateur: ANIMATEUR,
  participation: `LEFT JOIN participations pp ON pp.id = u.participation_id`,
  place: PLACE,
  entreprise: `LEFT JOIN entreprises_partenaires en ON en.id = d.id AND d.raison_sociale IS NOT NULL`,
};

/** The join of a source, for a kind of destinataire. */
export function sqlSource(source: Source, type: TypeDestinataire): string {
  return isPropre(source) ? SOURCES_PROPRES[source](type) : SOURCES_COMMUNES[source];
}
