import type { Knex } from 'knex';
import {
  listSources,
  TABLES_CALCULEES,
  type TableCalculee,
} from '../../../../../core/colonnes-calculees';
import type { Empreinteur, Recalcul } from '../../../services/ports/calculs';
import { execute, query } from '../query';
import { createCompute } from './compute';
import { COLONNE_MARQUE, MARQUE, prefixeOf, sqlPerimee, toColonne } from './marque';
import { countInconnues, rekeyPrecedentes, rekeySimples } from '../oppositions/rekey';

/** Rows computed and written by one transaction: a tenth of a second, a few megabytes. */
const LOT = 2_000;

interface Ligne extends Record<string, unknown> {
  id: number;
}

interface Portee {
  empreinteur: Empreinteur;
  /** Every row that the rule and the key of now did not compute; else those that nothing has computed. */
  tout: boolean;
}

/** Rows that someone else is computing or writing are left to them. */
function sqlLot(table: TableCalculee, tout: boolean): string {
  const sources = listSources(table).map((nom) => `t.${toColonne(nom)} AS "${nom}"`);
  return `
  SELECT t.id, ${sources.join(', ')} FROM ${table.table} t
   WHERE t.id > :apres AND ${tout ? sqlPerimee(table, 't') : `t.${COLONNE_MARQUE} IS NULL`}
   ORDER BY t.id LIMIT ${String(LOT)} FOR UPDATE SKIP LOCKED`;
}

function sqlEcriture({ table, propres, calculees }: TableCalculee): string {
  const colonnes = [...Object.keys(propres), ...Object.keys(calculees), MARQUE].map(toColonne);
  return `
  UPDATE ${table} t SET ${colonnes.map((colonne) => `${colonne} = v.${colonne}`).join(', ')}
    FROM json_populate_recordset(NULL::${table}, :lignes::json) v WHERE t.id = v.id`;
}

async function refreshLot(
  trx: Knex,
  table: TableCalculee,
  { empreinteur, tout }: Portee,
  apres: number
): Promise<{ nombre: number; derniere: number } | null> {
  const prefixe = prefixeOf(table, empreinteur.cle);
  const lignes = await query<Ligne>(trx, sqlLot(table, tout), { apres, prefixe });
  const derniere = lignes.at(-1)?.id;
  if (derniere === undefined) {
    return null;
  }
  const { compute, listAdresses } = createCompute(table, empreinteur);
  const calculees = lignes.map(({ id, ...ligne }) => {
    const colonnes = Object.entries(compute(ligne)).map(([nom, v]) => [toColonne(nom), v]);
    return { id, ...Object.fromEntries(colonnes) } as Record<string, unknown>;
  });
  await rekeyPrecedentes(trx, empreinteur, listAdresses());
  await execute(trx, sqlEcriture(table), { lignes: JSON.stringify(calculees) });
  return { nombre: lignes.length, derniere };
}

async function refreshTable(knex: Knex, table: TableCalculee, portee: Portee): Promise<number> {
  let total = 0;
  let apres = 0;
  for (;;) {
    const lot = await knex.transaction((trx) => refreshLot(trx, table, portee, apres));
    if (lot === null) {
      return total;
    }
    total += lot.nombre;
    apres = lot.derniere;
  }
}

/**
 * Computes what nothing has computed, or all that is out of date, batch after batch: memory does not grow, any
 * number of instances may do it together. Then the fingerprints without key: their persons are known by now.
 */
export async function refreshCalculs(knex: Knex, portee: Portee): Promise<Recalcul> {
  let recalculees = 0;
  for (const table of TABLES_CALCULEES) {
    recalculees += await refreshTable(knex, table, portee);
  }
  await rekeySimples(knex, portee.empreinteur);
  return { recalculees, inconnues: await countInconnues(knex, portee.empreinteur) };
}
