import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

/** Values by name; in the SQL `:name` stands for one, `::type` remains a cast. */
export type Params = Readonly<Record<string, unknown>>;

/** knex reads `:name::type` as an identifier: names are bound here, by position. */
function bind(sql: string, params: Params): { sql: string; values: Knex.RawBinding[] } {
  const values: Knex.RawBinding[] = [];
  const bound = sql.replace(/(?<!:):([a-zA-Z]\w*)/g, (ecrit, nom: string) => {
    if (!Object.hasOwn(params, nom)) {
      return ecrit;
    }
    values.push(params[nom] as Knex.RawBinding);
    return '?';
  });
  return { sql: bound, values };
}

/** The same fragment with other names, so that several can stand in one statement. */
export function renameParams(
  fragment: { sql: string; params: Params },
  suffixe: string
): { sql: string; params: Params } {
  const { sql, params } = fragment;
  return {
    sql: sql.replace(/(?<!:):([a-zA-Z]\w*)/g, (ecrit, nom: string) =>
      Object.hasOwn(params, nom) ? `:${nom}${suffixe}` : ecrit
    ),
    params: Object.fromEntries(
      Object.entries(params).map(([nom, valeur]) => [`${nom}${suffixe}`, valeur])
    ),
  };
}

interface Resultat {
  rows: unknown[];
  rowCount: number | null;
}

async function run(knex: Knex, sql: string, params: Params): Promise<Resultat> {
  const lie = bind(sql, params);
  return knex.raw<Resultat>(lie.sql, lie.values);
}

const noms = new Map<string, string>();

/** PostgreSQL knows a prepared statement by its name, a connection at a time. */
function nameOf(sql: string): string {
  const connu = noms.get(sql);
  if (connu !== undefined) {
    return connu;
  }
  const nom = `sms_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
  noms.set(sql, nom);
  return nom;
}

/** The same, prepared: what runs for every few messages is planned once a connection, not each time. */
export async function queryPrepared<T>(knex: Knex, sql: string, params: Params): Promise<T[]> {
  const lie = bind(sql, params);
  const { rows } = await knex.raw<Resultat>(lie.sql, lie.values).options({ name: nameOf(sql) });
  return rows as T[];
}

/** Rows of one statement, typed by the caller who wrote its columns. */
export async function query<T>(knex: Knex, sql: string, params: Params = {}): Promise<T[]> {
  return (await run(knex, sql, params)).rows as T[];
}

/** How many rows one statement touched. */
export async function execute(knex: Knex, sql: string, params: Params = {}): Promise<number> {
  return (await run(knex, sql, params)).rowCount ?? 0;
}
