import type { Perimetre } from '../../../../../core/perimetre';
import { sqlEnvoisVisibles, sqlGroupesVisibles, sqlSommesVisibles } from '../campagnes/visibles';
import type { Condition } from '../destinataires/perimetre';
import {
  COMPTES,
  listOf,
  sqlCompteAvec,
  sqlComptes,
  sqlLignes,
  sqlMemeGroupe,
  sqlSommes,
  sqlTotal,
  USAGE,
} from './groupe';

/**
 * The groups that the ledger has changed since they were counted, what their lines say now, and the rows of what is kept
 * that no longer hold.
 */
function sqlVifs(perimetre: Perimetre, condition: string): string {
  const lignes = sqlLignes('modifies', sqlCompteAvec, sqlEnvoisVisibles(perimetre).sql);
  return `
    modifies AS MATERIALIZED (SELECT DISTINCT ${listOf('g')} FROM sms_bilans_modifies g WHERE ${condition}),
    perimes AS MATERIALIZED (SELECT b.id FROM modifies m JOIN sms_bilans b ON ${sqlMemeGroupe('m', 'b')}),
    vifs AS MATERIALIZED (SELECT ${listOf('v')}, ${sqlComptes('v')} FROM (${lignes}) v GROUP BY ${listOf('v')})`;
}

/** Of a row `b` of `sms_bilans`, in a statement that has `sqlVifs`: what it says still holds. */
export const SQL_TIENT = `b.id NOT IN (SELECT x.id FROM perimes x)`;

/** « Tout » has its own rows; a narrower périmètre adds up those of its antennes, équipes and référents, each once. */
function sqlGardes(perimetre: Perimetre, condition: string): string {
  const gardes = `${condition.replaceAll('g.', 'b.')} AND ${SQL_TIENT}`;
  if (perimetre.genre === 'tout') {
    return `SELECT ${listOf('b')}, ${listOf('b', COMPTES)} FROM sms_bilans b WHERE ${gardes}`;
  }
  return `
    SELECT ${listOf('b')}, ${sqlSommes('p')} FROM sms_bilans_portees p JOIN sms_bilans b ON b.id = p.bilan_id
     WHERE ${sqlEnvoisVisibles(perimetre, 'p').sql} AND ${gardes} GROUP BY ${listOf('b')}`;
}

/** For a WITH, after `sqlVifs` or `sqlUsages`: the groups of the périmètre without their counts, which an index finds. */
export function sqlGroupes(perimetre: Perimetre, condition: string): string {
  return `
    groupes AS NOT MATERIALIZED (
      SELECT ${listOf('v')} FROM vifs v
       UNION ALL
      SELECT ${listOf('b')} FROM sms_bilans b
       WHERE ${condition.replaceAll('g.', 'b.')} AND ${sqlGroupesVisibles(perimetre, 'b').sql} AND ${SQL_TIENT})`;
}

/**
 * For a WITH: `bilans`, one row a group of the périmètre that `condition` (on the columns of a group `g`) keeps, its
 * counts those of this very statement: what is kept, and for what the ledger has changed since, its lines (`vifs`).
 * `groupes`: see `sqlGroupes`.
 */
export function sqlBilans(perimetre: Perimetre, condition = 'true'): Condition {
  return {
    params: sqlEnvoisVisibles(perimetre).params,
    sql: `${sqlVifs(perimetre, condition)}, ${sqlGroupes(perimetre, condition)},
    bilans AS NOT MATERIALIZED (
      SELECT ${listOf('v')}, ${listOf('v', COMPTES)} FROM vifs v
       UNION ALL
      ${sqlGardes(perimetre, condition)})`,
  };
}

/** What is kept of the groups that the ledger has changed since, taken away from the sums. */
function sqlRetires(perimetre: Perimetre): string {
  const retires = (a: string): string => COMPTES.map((nom) => `-${a}.${nom}`).join(', ');
  const gardes = 'FROM perimes x JOIN sms_bilans b ON b.id = x.id';
  return perimetre.genre === 'tout'
    ? `SELECT ${listOf('b', USAGE)}, CASE WHEN ${sqlTotal('b')} > 0 THEN -1 ELSE 0 END, ${retires('b')} ${gardes}`
    : `SELECT ${listOf('b', USAGE)}, 0, ${retires('p')} ${gardes} JOIN sms_bilans_portees p ON p.bilan_id = b.id
        WHERE ${sqlEnvoisVisibles(perimetre, 'p').sql}`;
}

/**
 * For a WITH: `usages`, rows to be added up by modèle, types and modalité; `condition` is on these columns alone. A few
 * rows a modèle and place, however long its past. `groupes`: how many are not empty, which is kept of « tout » alone.
 */
export function sqlUsages(perimetre: Perimetre, condition = 'true'): Condition {
  const { sql: visibles, params } = sqlSommesVisibles(perimetre, 'g');
  const [groupes, table] =
    perimetre.genre === 'tout' ? ['g.groupes', 'sms_usages'] : ['0', 'sms_usages_portees'];
  return {
    params,
    sql: `${sqlVifs(perimetre, condition)},
    usages AS (
      SELECT ${listOf('g', USAGE)}, ${groupes} AS groupes, ${listOf('g', COMPTES)} FROM ${table} g
       WHERE ${condition} AND ${visibles}
       UNION ALL
      ${sqlRetires(perimetre)}
       UNION ALL
      SELECT ${listOf('v', USAGE)}, 1, ${listOf('v', COMPTES)} FROM vifs v)`,
  };
}
