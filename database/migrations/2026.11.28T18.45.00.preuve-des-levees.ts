import type { Knex } from 'knex';

/** Decision G1: lifting an opposition by a new agreement says where that agreement is; forgotten with the person. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    'ALTER TABLE sms_oppositions_journal ADD COLUMN IF NOT EXISTS preuve varchar(255)'
  );
}
