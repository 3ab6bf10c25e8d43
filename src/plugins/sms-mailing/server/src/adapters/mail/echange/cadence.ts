/** nodemailer's `rateLimit` messages per `rateDelta` milliseconds. */
export interface Cadence {
  /** Milliseconds before the next message may leave; 0: it leaves now, and counts. */
  take(): number;
}

export const SANS_CADENCE: Cadence = { take: () => 0 };

export function createCadence(limite: number, fenetreMs: number): Cadence {
  let debut = Number.NEGATIVE_INFINITY;
  let compte = 0;
  return {
    take() {
      const now = performance.now();
      if (now - debut >= fenetreMs) {
        debut = now;
        compte = 0;
      }
      if (compte >= limite) return Math.max(1, Math.ceil(debut + fenetreMs - now));
      compte += 1;
      return 0;
    },
  };
}
