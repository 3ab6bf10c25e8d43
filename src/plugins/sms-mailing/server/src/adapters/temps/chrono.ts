import { setTimeout as delay } from 'node:timers/promises';
import type { Chrono } from '../../services/ports/chrono';

/** The machine's monotonic clock: it does not go back, and goes on while a process is frozen. */
export const chrono: Chrono = {
  elapsed: () => performance.now(),
  async wait(ms, signal): Promise<void> {
    await delay(ms, undefined, { signal }).catch(() => undefined);
  },
};
