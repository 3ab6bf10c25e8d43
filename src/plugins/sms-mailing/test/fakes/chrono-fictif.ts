import type { Chrono } from '../../server/src/services/ports/chrono';

export interface ChronoFictif extends Chrono {
  advance(ms: number): void;
}

/** Time that passes when told to; waiting is passing it. */
export function createChronoFictif(): ChronoFictif {
  let now = 0;
  return {
    elapsed: () => now,
    async wait(ms, signal) {
      if (!signal.aborted) now += ms;
    },
    advance(ms) {
      now += ms;
    },
  };
}
