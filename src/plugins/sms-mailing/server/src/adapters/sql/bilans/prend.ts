/** By one turn: a tenth of a second or so. */
export const LOT = 100;

/** Of the marks `m` of a name: the last was left `:calme` seconds ago. */
export const CALMES = `max(m.le) <= (clock_timestamp() AT TIME ZONE 'UTC') - :calme * interval '1 second'`;

interface Marques {
  table: string;
  /** What makes a name; never null. */
  colonnes: readonly string[];
  /** What is read of each name taken, `c`. */
  lues: string;
}

/**
 * Takes `:lot` names whose marks meet `lesquels` out of a table of marks (`le`: when each was left). Whoever writes
 * meanwhile leaves a mark that is not seen here, and so stays.
 */
export function sqlPrend({ table, colonnes, lues }: Marques, lesquels: string): string {
  const noms = colonnes.map((colonne) => `m.${colonne}`).join(', ');
  const memes = colonnes.map((colonne) => `m.${colonne} = c.${colonne}`).join(' AND ');
  return `
  WITH pris AS (
    SELECT ${noms} FROM ${table} m GROUP BY ${noms} HAVING ${lesquels} LIMIT :lot
  ), retires AS (
    DELETE FROM ${table} m USING pris c WHERE ${memes}
  )
  SELECT ${lues} FROM pris c`;
}
