import { setTimeout } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** Between two reads of one chain the pool is idle for a moment. */
const LOOKS = 3;

/**
 * Strapi reads a fiche again after its write, for its listeners, and waits for nobody: a connection asked of a pool that
 * is being closed is refused a minute later, in whichever file of tests this process then serves.
 */
export async function waitForIdlePool(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  let idle = 0;
  while (idle < LOOKS) {
    await setTimeout(10);
    idle = pool.numUsed() + pool.numPendingAcquires() === 0 ? idle + 1 : 0;
  }
}
