import type { Knex } from 'knex';

/**
 * A statement that reads the whole base sorts and hashes it in memory, not on disk, and is not compiled: at
 * 200,000 fiches PostgreSQL's defaults (4 MB, JIT) cost half of its time. For this transaction only.
 */
export async function runLarge<T>(knex: Knex, work: (trx: Knex) => Promise<T>): Promise<T> {
  return knex.transaction(async (trx) => {
    await trx.raw(`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
    return work(trx);
  });
}
