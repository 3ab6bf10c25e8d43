import type { Chrono } from '../ports/chrono';

/** Keeps the hand-overs to one provider apart. */
export interface Debit {
  /** Resolves when this message may leave, or when `signal` is aborted. */
  waitTurn(signal: AbortSignal): Promise<void>;
}

/** Null: as fast as it goes. */
export function createDebit(parSeconde: number | null, chrono: Chrono): Debit {
  if (parSeconde === null) {
    return { waitTurn: () => Promise.resolve() };
  }
  const ecart = 1_000 / parSeconde;
  let prochain = Number.NEGATIVE_INFINITY;
  return {
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
