import { sqlPlie } from '../cibles/pliage';
import { sqlChangees, sqlTrigger } from '../schema/trigger';
import type { Lecture } from './lectures';
import type { Nommee } from './nommees';

/** What a varchar of Strapi holds. */
const LONGUEUR = 255;
const SANS_NOM = 'Sans nom';

/** Names the rows of this table. */
export const fonctionOf = (table: string): string => `sms_nomme_${table}`;

/** One folding in SQL (docs/adr/0020), planned once a session. */
const PLIE = `CREATE OR REPLACE FUNCTION sms_plie(texte text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $plie$ SELECT ${sqlPlie('texte')} $plie$`;

function sqlValeur(colonne: string, sql: string): string {
  if (colonne === 'recherche') {
    return sql;
  }
  const lisible = `left(nullif(btrim(regexp_replace(${sql}, '\\s+', ' ', 'g')), ''), ${String(LONGUEUR)})`;
  return colonne === 'libelle' ? `coalesce(${lisible}, '${SANS_NOM}')` : lisible;
}

/** Who writes these columns himself is not believed: they are computed again. */
function sqlNomme({ table, sources, colonnes }: Nommee): string[] {
  const affectations = Object.entries(colonnes).map(
    ([colonne, sql]) => `NEW.${colonne} := ${sqlValeur(colonne, sql)};`
  );
  const surveillees = [...sources, ...Object.keys(colonnes)];
  const etat = (ligne: string): string =>
    surveillees.map((colonne) => `${ligne}.${colonne}`).join(', ');
  return [
    `CREATE OR REPLACE FUNCTION ${fonctionOf(table)}() RETURNS trigger LANGUAGE plpgsql AS $nomme$ BEGIN
       IF TG_OP = 'UPDATE' AND NEW.libelle IS NOT NULL THEN
         IF (${etat('NEW')}) IS NOT DISTINCT FROM (${etat('OLD')}) THEN
           RETURN NEW;
         END IF;
       END IF;
       ${affectations.join('\n')}
       RETURN NEW;
     END $nomme$`,
    sqlTrigger(
      { nom: 'sms_nomme', table },
      {
        quand: 'BEFORE INSERT OR UPDATE',
        suite: `FOR EACH ROW EXECUTE FUNCTION ${fonctionOf(table)}()`,
      }
    ),
    `CREATE INDEX IF NOT EXISTS ${table}_sans_nom_idx ON ${table} (id) WHERE libelle IS NULL`,
  ];
}

/**
 * Statement by statement, not row by row: an import renames what it touches at once. Who has no name yet gets one in
 * its own turn (`refreshNoms`).
 */
function sqlRenomme(table: string, { table: lue, colonnes, fiches, lien }: Lecture): string[] {
  const fonction = `sms_nom_${table}_${lue}`;
  const renomme = (lignes: string): string =>
    `UPDATE ${table} t SET libelle = NULL
      WHERE t.id IN (SELECT f.* FROM ${lignes} r CROSS JOIN LATERAL (${fiches}) f) AND t.libelle IS NOT NULL;`;
  const evenements = [
    [
      'UPDATE',
      'OLD TABLE AS avant NEW TABLE AS apres',
      sqlChangees(['id', ...colonnes].join(', ')),
    ],
    ['DELETE', 'OLD TABLE AS avant', 'avant'],
    ...(lien ? [['INSERT', 'NEW TABLE AS apres', 'apres'] as const] : []),
  ] as const;
  return [
    `CREATE OR REPLACE FUNCTION ${fonction}() RETURNS trigger LANGUAGE plpgsql AS $renomme$ BEGIN
       ${evenements.map(([quand, , lignes]) => `IF TG_OP = '${quand}' THEN ${renomme(lignes)} END IF;`).join('\n')}
       RETURN NULL;
     END $renomme$`,
    ...evenements.map(([quand, vues]) =>
      sqlTrigger(
        { nom: `sms_nom_${table}_${quand.toLowerCase()}`, table: lue },
        {
          quand: `AFTER ${quand}`,
          suite: `REFERENCING ${vues} FOR EACH STATEMENT EXECUTE FUNCTION ${fonction}()`,
        }
      )
    ),
  ];
}

/** Trigrams serve a LIKE that begins with %; without the extension, a search reads the whole table. */
function sqlIndex({ table }: Nommee): string {
  return `DO $$ BEGIN
       IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
         CREATE EXTENSION IF NOT EXISTS pg_trgm;
         CREATE INDEX IF NOT EXISTS ${table}_recherche_idx ON ${table} USING gin (recherche gin_trgm_ops);
       END IF;
     EXCEPTION WHEN insufficient_privilege OR undefined_object THEN NULL;
     END $$`;
}

/** What computes the names of one table: a change of it changes what its rows are called. */
export function definitionOf(nommee: Nommee): string {
  return [PLIE, ...sqlNomme(nommee)].join('\n');
}

/** For `applySchema`: idempotent. */
export function listNoms(nommees: readonly Nommee[]): string[] {
  return [
    PLIE,
    ...nommees.flatMap(sqlNomme),
    ...nommees.flatMap(({ table, lectures }) =>
      lectures.flatMap((lecture) => sqlRenomme(table, lecture))
    ),
    ...nommees.map(sqlIndex),
  ];
}
