/** By one turn: a tenth of a second or so. */
const MAX = 100;
const CALME = `(clock_timestamp() AT TIME ZONE 'UTC') - :calme * interval '1 second'`;

/**
 * Takes the names left alone for `:calme` seconds out of a table of marks (`le`: when it was left). Whoever writes
 * meanwhile leaves a mark that is not seen here, and so stays.
 */
export function sqlPrend(table: string, colonnes: readonly string[], lues: string): string {
  const noms = colonnes.map((colonne) => `m.${colonne}`).join(', ');
  const memes = colonnes.map((colonne) => `m.${colonne} = c.${colonne}`).join(' AND ');
  return `
  WITH calmes AS (
    SELECT ${noms} FROM ${table} m GROUP BY ${noms} HAVING max(m.le) <= ${CALME} LIMIT ${String(MAX)}
  ), prises AS (
    DELETE FROM ${table} m USING calmes c WHERE ${memes}
  )
  SELECT ${lues} FROM calmes c`;
}
