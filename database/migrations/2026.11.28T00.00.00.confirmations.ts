import type { Knex } from 'knex';

/**
 * A click that sends carries the number of the confirmation that was read: used twice, the second answers the
 * first result. An evening keeps the rules that it could not plan.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_confirmations (
      numero uuid PRIMARY KEY,
      auteur_id integer,
      resultat jsonb,
      cree_le timestamp NOT NULL
    )`);
  await knex.raw(
    `ALTER TABLE sms_soirees ADD COLUMN IF NOT EXISTS ecartees jsonb NOT NULL DEFAULT '[]'::jsonb`
  );
}
