import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { execute, query } from '../query';
import { NOMMEES, type Nommee } from './nommees';
import { definitionOf, fonctionOf } from './triggers';

/** Rows named by one transaction. */
const LOT = 2_000;

/** To take a name away is to have it computed (`sms_nomme`). */
function sqlLot({ table }: Nommee, tout: boolean): string {
  return `
  WITH lot AS (SELECT id FROM ${table} WHERE id > :apres ${tout ? '' : 'AND libelle IS NULL'}
                ORDER BY id LIMIT ${String(LOT)} FOR UPDATE),
       nommees AS (UPDATE ${table} t SET libelle = NULL FROM lot WHERE t.id = lot.id RETURNING t.id)
  SELECT max(id) AS derniere FROM nommees`;
}

async function refreshTable(knex: Knex, nommee: Nommee, tout: boolean): Promise<void> {
  let apres: number | null = 0;
  while (apres !== null) {
    const [lot]: { derniere: number | null }[] = await query(knex, sqlLot(nommee, tout), { apres });
    apres = lot?.derniere ?? null;
  }
}

/** By which definition the rows of this table were named; the function that names them bears it. */
async function readDefinition(knex: Knex, { table }: Nommee): Promise<string | null> {
  const [lue] = await query<{ definition: string | null }>(
    knex,
    `SELECT obj_description(to_regprocedure(:fonction), 'pg_proc') AS definition`,
    { fonction: `${fonctionOf(table)}()` }
  );
  return lue?.definition ?? null;
}

const SANS_NOM = NOMMEES.map(
  ({ table }) =>
    `SELECT '${table}' AS "table" WHERE EXISTS (SELECT 1 FROM ${table} WHERE libelle IS NULL)`
).join(' UNION ALL ');

/** Names the rows that were written while the triggers were off; nothing to do costs a look at empty indexes. */
export async function refreshNoms(knex: Knex): Promise<void> {
  const lues = await query<{ table: string }>(knex, SANS_NOM);
  const sansNom = new Set(lues.map(({ table }) => table));
  for (const nommee of NOMMEES.filter(({ table }) => sansNom.has(table))) {
    await refreshTable(knex, nommee, false);
  }
}

/** The same, and every row that an older definition named. */
export async function refreshAllNoms(knex: Knex): Promise<void> {
  for (const nommee of NOMMEES) {
    const definition = createHash('sha256').update(definitionOf(nommee)).digest('hex');
    if ((await readDefinition(knex, nommee)) !== definition) {
      await refreshTable(knex, nommee, true);
      await execute(knex, `COMMENT ON FUNCTION ${fonctionOf(nommee.table)}() IS '${definition}'`);
    }
  }
  await refreshNoms(knex);
}
