/** One absolute deadline at a time: what trickles in does not move it. */
export interface Echeance {
  arm(ms: number): void;
  disarm(): void;
}

/** The timer outlives the deadlines that were met: re-arming costs a reading of the clock, not a new timer. */
export function createEcheance(onTard: () => void): Echeance {
  let limite: number | null = null;
  let minuteur: NodeJS.Timeout | null = null;
  let sonne = 0;

  function start(ms: number): void {
    if (minuteur !== null) clearTimeout(minuteur);
    sonne = performance.now() + ms;
    minuteur = setTimeout(look, ms);
    minuteur.unref(); // the socket keeps the process alive, not the wait
  }

  function look(): void {
    minuteur = null;
    if (limite === null) return;
    const reste = limite - performance.now();
    if (reste > 0) {
      start(reste);
      return;
    }
    limite = null;
    onTard();
  }

  return {
    arm(ms) {
      limite = performance.now() + ms;
      if (minuteur === null || sonne > limite) start(ms);
    },
    disarm() {
      limite = null;
    },
  };
}
