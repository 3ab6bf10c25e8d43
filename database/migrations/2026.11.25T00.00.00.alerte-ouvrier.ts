import type { Knex } from 'knex';

/**
 * What a worker has to say to the gestionnaire, as long as it holds: a transport suspended. And an evening
 * has no end of its own: its envois say when each of them left.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE sms_ouvriers ADD COLUMN IF NOT EXISTS alerte text');
  await knex.raw('ALTER TABLE sms_soirees DROP COLUMN IF EXISTS terminee_le');
}
