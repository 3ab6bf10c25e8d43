import type { Chrono } from '../ports/chrono';
import type { Debit } from '../ports/transports';

/** Null: as fast as it goes. */
export function createDebit(parSeconde: number | null, chrono: Chrono): Debit {
  if (parSeconde === null) {
    return { limite: false, share: () => undefined, waitTurn: () => Promise.resolve() };
  }
  let ecart = 1_000 / parSeconde;
  let prochain = Number.NEGATIVE_INFINITY;
  return {
    limite: true,
    share(processus): void {
      ecart = (1_000 * Math.max(1, processus)) / parSeconde;
    },
    async waitTurn(signal): Promise<void> {
      const now = chrono.elapsed();
      const tour = Math.max(now, prochain);
      prochain = tour + ecart;
      if (tour > now) {
        await chrono.wait(tour - now, signal);
      }
    },
  };
}
