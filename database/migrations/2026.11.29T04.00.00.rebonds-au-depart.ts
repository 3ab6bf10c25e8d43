import type { Knex } from 'knex';

/**
 * Docs/adr/0035. Refused while it left: nobody who is about to leave is concerned, and an evening does not begin anew at
 * each dead address. The trigger that says so is made again at the start.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `ALTER TABLE sms_rebonds ADD COLUMN IF NOT EXISTS au_depart boolean NOT NULL DEFAULT false`
  );
  await knex.raw(`DROP TRIGGER IF EXISTS sms_epoque ON sms_rebonds`);
}
