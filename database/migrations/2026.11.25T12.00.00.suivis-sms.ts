import type { Knex } from 'knex';

/** What an operator says of an SMS whose outcome is not written yet: kept until it is, two days at most. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_suivis (
      id serial PRIMARY KEY,
      reference varchar(255) NOT NULL,
      cle varchar(255) NOT NULL,
      statut varchar(20) NOT NULL,
      code varchar(80),
      opposition boolean NOT NULL DEFAULT false,
      recu_le timestamp NOT NULL,
      UNIQUE (reference, cle, statut)
    )`);
}
