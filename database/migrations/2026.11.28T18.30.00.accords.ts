import type { Knex } from 'knex';

/**
 * Every tick of a box by which a person accepts to be written to: what was ticked, when, by whom, on which screen,
 * and the words that stood beside it. Written by triggers (adapters/sql/schema/accords.ts), whatever the path.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_accords (
      id bigserial PRIMARY KEY,
      survenu_le timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
      personne_type varchar(40),
      personne_id integer,
      quoi varchar(20) NOT NULL,
      composant_id integer,
      coordonnee varchar(255),
      valeur varchar(20) NOT NULL,
      auteur_id integer,
      auteur varchar(255) NOT NULL,
      ecran varchar(60) NOT NULL,
      libelle varchar(255) NOT NULL
    )`);
  await knex.raw(`
    CREATE INDEX IF NOT EXISTS sms_accords_personne_idx
      ON sms_accords (personne_type, personne_id) WHERE personne_id IS NOT NULL`);
  await knex.raw(`
    CREATE INDEX IF NOT EXISTS sms_accords_composant_idx
      ON sms_accords (composant_id, quoi) WHERE composant_id IS NOT NULL`);
}
