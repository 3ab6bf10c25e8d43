import type { Knex } from 'knex';
import type {
  DemandeListe,
  LigneOpposition,
  PageOppositions,
} from '../../../../../core/api/oppositions';
import type { Perimetre } from '../../../../../core/perimetre';
import { listMots } from '../../../../../core/recherche';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { allOf, toMotif } from '../cibles/conditions';
import { PERSONNES, sqlFiches, TABLES_CONTACT } from '../destinataires/fiches';
import { sqlPerimetre, type Condition } from '../destinataires/perimetre';
import { fromJson } from '../modeles/modeles';
import { sqlNomCompte } from '../noms/affiches';
import { query } from '../query';

const TYPES = Object.keys(PERSONNES) as TypeDestinataire[];

/** Of an opposition `o` of a person: the fiche that shows her, within the périmètre `perimetre`. */
const sqlFiche = (perimetre: string): string =>
  TYPES.map(
    (type) => `
  SELECT '${type}' AS type, d.document_id, c.libelle AS nom, d.raison_sociale, c.recherche
    FROM (${sqlFiches(type)}) d JOIN ${TABLES_CONTACT[type]} c ON c.id = d.contact_id
   WHERE o.personne_type = '${PERSONNES[type]}' AND d.contact_id = o.personne_id AND ${perimetre}`
  ).join(' UNION ALL ');

/** What a fingerprint is of, as long as a fiche bears it: nobody else can read one. */
const ADRESSE = `
  SELECT c.adresse FROM components_coordonnees_emails c WHERE c.empreinte = o.empreinte
   UNION SELECT coalesce(c.numero, c.numero_e164) FROM components_coordonnees_telephones c WHERE c.empreinte = o.empreinte
   UNION SELECT i.courriel_pro FROM contacts_individuels i WHERE i.empreinte_courriel = o.empreinte
   UNION SELECT p.courriel_pro FROM contacts_partenaires p WHERE p.empreinte_courriel = o.empreinte`;

/** Who recorded it, and why. */
const GESTE = `
  SELECT j.raison, ${sqlNomCompte('u')} AS auteur
    FROM sms_oppositions_journal j LEFT JOIN admin_users u ON u.id = j.auteur_id
   WHERE j.geste = 'opposition' AND j.portee = o.portee
     AND (j.empreinte, j.personne_type, j.personne_id) IS NOT DISTINCT FROM (o.empreinte, o.personne_type, o.personne_id)
   ORDER BY j.id DESC LIMIT 1`;

/** One line for a person and a portée, or for an address that is nobody's; her addresses are on her fiche. */
const GROUPES = `
  SELECT min(o.id) AS id, o.personne_type, o.personne_id, o.portee, min(o.survenue_le) AS survenue_le,
         min(o.empreinte) AS empreinte, min(o.source) AS source
    FROM sms_oppositions o
   GROUP BY o.personne_type, o.personne_id, o.portee, CASE WHEN o.personne_id IS NULL THEN o.empreinte END`;

function sqlRecherche(texte: string): Condition[] {
  return listMots(texte).map((mot, rang) => ({
    sql: `(f.recherche LIKE :mot${String(rang)} OR (f.type IS NULL AND lower(a.adresse) LIKE :mot${String(rang)}))`,
    params: { [`mot${String(rang)}`]: toMotif(mot) },
  }));
}

type Ligne = Omit<LigneOpposition, 'survenueLe'> & { survenueLe: string };

/** Decision G1, for a page: whom nothing is written to any more, and why. */
export async function listOppositions(
  knex: Knex,
  { recherche, portee, page, pageSize }: DemandeListe,
  perimetre: Perimetre
): Promise<PageOppositions> {
  const limite = sqlPerimetre(perimetre);
  const conditions = allOf([
    ...sqlRecherche(recherche),
    ...(portee === undefined ? [] : [{ sql: 'o.portee = :portee', params: { portee } }]),
    // What is nobody's any more is in nobody's périmètre.
    ...(perimetre.genre === 'tout' ? [] : [{ sql: 'f.type IS NOT NULL', params: {} }]),
  ]);
  const sql = `
    WITH trouvees AS MATERIALIZED (
      SELECT o.*, f.type, f.document_id, f.nom, f.raison_sociale, a.adresse
        FROM (${GROUPES}) o
        LEFT JOIN LATERAL (${sqlFiche(limite.sql)} LIMIT 1) f ON true
        LEFT JOIN LATERAL (${ADRESSE} LIMIT 1) a ON f.type IS NULL
       WHERE ${conditions.sql}
    ), page AS (
      SELECT to_jsonb(q) AS ligne FROM (
        SELECT o.id, o.type AS "typeDestinataire", o.document_id AS "documentId", o.nom, o.raison_sociale AS "raisonSociale",
               o.adresse, o.portee, o.source, to_char(o.survenue_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "survenueLe",
               coalesce(g.raison, '') AS raison, coalesce(g.auteur, '') AS auteur,
               o.personne_id IS NOT NULL AS "dUnePersonne"
          FROM trouvees o LEFT JOIN LATERAL (${GESTE}) g ON true
         ORDER BY o.survenue_le DESC, o.id DESC LIMIT :limite::int OFFSET :saut::int) q)
    SELECT (SELECT count(*)::int FROM trouvees) AS total,
           coalesce((SELECT jsonb_agg(p.ligne) FROM page p), '[]') AS lignes`;
  const [lue] = await query<{ total: number; lignes: unknown }>(knex, sql, {
    ...{ ...limite.params, ...conditions.params },
    ...{ limite: pageSize, saut: (page - 1) * pageSize },
  });
  return { total: lue?.total ?? 0, lignes: fromJson<Ligne[]>(lue?.lignes ?? []) };
}
