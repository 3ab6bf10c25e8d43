import type { TableCalculee } from '../../../../../core/colonnes-calculees';

/** Trigrams serve a LIKE that begins with %; without the extension, the search reads the whole table. */
function sqlIndex({ table }: TableCalculee): string {
  return `DO $$ BEGIN
       IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
         CREATE EXTENSION IF NOT EXISTS pg_trgm;
         CREATE INDEX IF NOT EXISTS ${table}_recherche_idx ON ${table} USING gin (recherche gin_trgm_ops);
       END IF;
     EXCEPTION WHEN insufficient_privilege OR undefined_object THEN NULL;
     END $$`;
}

/** For `applySchema`: idempotent, and only where the server has what it takes. */
export function listIndexRecherche(tables: readonly TableCalculee[]): string[] {
  return tables.filter(({ calculees }) => 'recherche' in calculees).map(sqlIndex);
}
