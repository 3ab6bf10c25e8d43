import type { Knex } from 'knex';
import { STATEMENTS } from './statements';

/** Any number of instances may boot together: one applies, the others wait and find nothing to do. */
export async function applySchema(knex: Knex): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('sms-mailing.schema'))`);
    for (const statement of STATEMENTS) {
      await trx.raw(statement);
    }
  });
}
