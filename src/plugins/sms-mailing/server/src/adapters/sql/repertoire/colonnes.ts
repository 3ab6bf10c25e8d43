import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { TABLES_CONTACT } from '../destinataires/fiches';
import { sqlNomIntervenant } from '../noms/affiches';

/** The intervenants linked to `:utilisateurId` (decision G17). */
export const SQL_MOI = `
  SELECT iu.intervenant_id FROM intervenants_utilisateur_lnk iu WHERE iu.user_id = :utilisateurId::int`;

/** « Prénom NOM » of the intervenant of that id. */
export const sqlIntervenant = (id: string): string => `
  (SELECT ${sqlNomIntervenant('i')} FROM intervenants i WHERE i.id = ${id})`;

/**
 * What a list of fiches `d` is sorted by; with `jointure`, a number or a date read from what is joined once for all that
 * is found, rather than looked up for each.
 */
export interface Tri {
  colonne: string;
  jointure?: string;
}

/** By the rank of a name, made once a name rather than once a fiche. */
function triParNom(table: string, nom: string, lien: string): Tri {
  const rangs = `SELECT x.id, rank() OVER (ORDER BY ${nom}) AS rang FROM ${table} x WHERE ${nom} IS NOT NULL`;
  return { colonne: 'n.rang', jointure: `LEFT JOIN (${rangs}) n ON n.id = d.${lien}` };
}

export const TRI_REFERENT = triParNom('intervenants', sqlNomIntervenant('x'), 'referent_id');
export const TRI_ANTENNE = triParNom('antennes', 'x.nom', 'antenne_id');

const sqlCle = (sens: 'ASC' | 'DESC'): string => `cle ${sens} NULLS LAST`;

/**
 * The ids of one page of a CTE of fiches, by `tri`, then by their names. A number or a date is quickly compared: it finds
 * those that the page may hold, ties included, and only these are compared by their names, folded one by one.
 */
export function sqlPageTriee(
  cte: string,
  { colonne, jointure }: Tri,
  ordre: { sens: 'ASC' | 'DESC'; noms: string; colonnes?: string }
): string {
  const cles = `SELECT d.*, ${colonne} AS cle FROM ${cte} d ${jointure ?? ''}`;
  const premiers = `ORDER BY ${sqlCle(ordre.sens)} FETCH FIRST (:limite::int + :saut::int) ROWS WITH TIES`;
  return `
    SELECT ${ordre.colonnes ?? 'd.id'} FROM (${cles} ${jointure === undefined ? '' : premiers}) d
     ORDER BY ${sqlCle(ordre.sens)}, ${ordre.noms} LIMIT :limite::int OFFSET :saut::int`;
}

/** Of a fiche `d`. */
export const SQL_REFERENT = sqlIntervenant('d.referent_id');

export const SQL_ANTENNE = `(SELECT an.nom FROM antennes an WHERE an.id = d.antenne_id)`;

/** Of a fiche `d`, for the eye: the principal number, whether an SMS would choose it or not. */
export function sqlTelephonePrincipal(type: TypeDestinataire): string {
  return `
  (SELECT c.numero FROM ${TABLES_CONTACT[type]}_cmps x JOIN components_coordonnees_telephones c ON c.id = x.cmp_id
    WHERE x.entity_id = d.contact_id AND x.field = 'telephones' AND x.component_type = 'coordonnees.telephone'
    ORDER BY coalesce(c.principal, false) DESC, x."order", c.id LIMIT 1)`;
}

/** Of a fiche `d`, for the eye: « E-mail de référence », or the courriel pro. */
export function sqlEmailReference(type: TypeDestinataire): string {
  return type === 'entrepreneur'
    ? `
  (SELECT c.adresse FROM entrepreneurs_cmps x JOIN components_coordonnees_emails c ON c.id = x.cmp_id
    WHERE x.entity_id = d.contact_id AND x.field = 'emails' AND x.component_type = 'coordonnees.email'
    ORDER BY coalesce(c.reference, false) DESC, x."order", c.id LIMIT 1)`
    : 'd.courriel';
}
