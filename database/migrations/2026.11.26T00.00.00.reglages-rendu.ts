import type { Knex } from 'knex';

/**
 * The settings that messages left with (sender's name, postal address, letters of an SMS…), each set of them
 * once: an envoi that left names its own (docs/adr/0016). And a version of a modèle may be compiled again by
 * a newer layout: one row a layout, so the number alone is no longer unique.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_reglages_rendu (
      id serial PRIMARY KEY,
      contenu jsonb NOT NULL UNIQUE
    )`);
  await knex.raw('DROP INDEX IF EXISTS sms_versions_modele_uq');
}
