import { foldRecherche } from '../../../../../core/pliage';
import type { Periode } from '../../../../../core/filtres-campagne';
import type { Condition } from '../destinataires/perimetre';

/** All of them must hold; none at all lets everything pass. */
export function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? 'true' : conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    params: Object.assign({}, ...conditions.map(({ params }) => params)) as Condition['params'],
  };
}

/** Bounds included; an empty period is no condition. */
export function inPeriode(colonne: string, nom: string, periode: Periode | undefined): Condition[] {
  const conditions: Condition[] = [];
  if (periode?.du !== undefined) {
    conditions.push({ sql: `${colonne} >= :${nom}Du::date`, params: { [`${nom}Du`]: periode.du } });
  }
  if (periode?.au !== undefined) {
    conditions.push({ sql: `${colonne} <= :${nom}Au::date`, params: { [`${nom}Au`]: periode.au } });
  }
  return conditions;
}

/** One of the values is enough; an empty list is no condition. */
export function oneOf(
  colonne: string,
  nom: string,
  valeurs: readonly string[] | undefined
): Condition[] {
  return valeurs === undefined || valeurs.length === 0
    ? []
    : [{ sql: `${colonne} = ANY(:${nom}::text[])`, params: { [nom]: valeurs } }];
}

/** The column holds the id of one of the fiches named by documentId; read once, so that an index serves. */
export function oneOfFiches(
  colonne: string,
  table: string,
  nom: string,
  documentIds: readonly string[] | undefined
): Condition[] {
  return oneOf('r.document_id', nom, documentIds).map(({ sql, params }) => ({
    sql: `${colonne} = ANY(ARRAY(SELECT r.id FROM ${table} r WHERE ${sql}))`,
    params,
  }));
}

/**
 * Whether a condition on computed values holds, said so that the planner expects half of the rows: of « IS NULL », or of
 * an equality, it expects one in two hundred, and then joins the coordonnées anew for each person.
 */
export const sqlPourMoitie = (condition: string): string =>
  `CASE WHEN ${condition} THEN true ELSE false END`;

/** A LIKE pattern that means this folded text, wherever it stands. */
export function toMotif(texte: string): string {
  return `%${foldRecherche(texte).replace(/[\\%_]/g, (signe) => `\\${signe}`)}%`;
}
