import type { Knex } from 'knex';
import { query } from './query';

/** Off, PostgreSQL answers « written » of what a power cut may lose or spoil, and no connection can ask otherwise. */
const ETEINTS = `
  SELECT name AS nom FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off' ORDER BY name`;

export async function listFragilites(knex: Knex): Promise<string[]> {
  const eteints = await query<{ nom: string }>(knex, ETEINTS);
  return eteints.map(({ nom }) => nom);
}
