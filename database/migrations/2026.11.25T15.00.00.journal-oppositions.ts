import type { Knex } from 'knex';

/** Who recorded, lifted or erased, when and why: fingerprints and reasons of a closed list, no personal data. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_oppositions_journal (
      id serial PRIMARY KEY,
      empreinte varchar(64),
      geste varchar(20) NOT NULL CHECK (geste IN ('opposition', 'levee', 'effacement')),
      portee varchar(20) NOT NULL,
      raison varchar(40) NOT NULL,
      auteur_id integer NOT NULL,
      survenu_le timestamp NOT NULL
    )`);
  await knex.raw(`
    CREATE INDEX IF NOT EXISTS sms_oppositions_journal_empreinte_idx ON sms_oppositions_journal (empreinte)`);
}
