import type { Knex } from 'knex';

/** Keyed fingerprints of the STOP that operators have reported: said again, they are not obeyed again. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_stops (
      empreinte varchar(64) PRIMARY KEY,
      recu_le timestamp NOT NULL
    )`);
}
