const LIGNES_PAR_REQUETE = 20_000;

function toTexte(valeur) {
  return `"${valeur.replace(/["\\]/g, '\\$&')}"`;
}

/** One array literal of PostgreSQL; much faster than one parameter a value. */
function toTableau(valeurs, sql) {
  const convert = sql === 'text' ? toTexte : String;
  return `{${valeurs.map((valeur) => (valeur === null ? 'NULL' : convert(valeur))).join(',')}}`;
}

/** Multi-row inserts through `unnest`, 20,000 rows a statement. */
export async function insertColonnes(client, table, colonnes, valeurs) {
  const noms = colonnes.map(([nom]) => `"${nom}"`).join(', ');
  const parametres = colonnes.map(([, sql], i) => `$${i + 1}::${sql}[]`).join(', ');
  const requete = `INSERT INTO "${table}" (${noms}) SELECT * FROM unnest(${parametres})`;
  const total = valeurs[0].length;
  for (let debut = 0; debut < total; debut += LIGNES_PAR_REQUETE) {
    const fin = debut + LIGNES_PAR_REQUETE;
    await client.query(
      requete,
      colonnes.map(([, sql], i) => toTableau(valeurs[i].slice(debut, fin), sql))
    );
  }
}

/** First free identifier of each table of the list. */
export async function readPremiersIds(client, tables) {
  const premiers = new Map();
  for (const table of tables) {
    const { rows } = await client.query(
      `SELECT coalesce(max(id), 0) + 1 AS premier FROM "${table}"`
    );
    premiers.set(table, rows[0].premier);
  }
  return premiers;
}

/** Identifiers were chosen by us: the sequences catch up. The planner learns the new sizes. */
export async function finishTables(client, avecId, toutes) {
  for (const table of avecId) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) FROM "${table}"`,
      [`"${table}"`]
    );
  }
  for (const table of toutes) await client.query(`ANALYZE "${table}"`);
}
