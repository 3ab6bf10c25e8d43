import type { Chrono } from '../ports/chrono';
import type { Debit } from '../ports/transports';

/** Null: as fast as it goes. */
export function createDebit(parSeconde: number | null, chrono: Chrono): Debit {
  let processus = 1;
  let appris: number | null = null;
  let prochain = Number.NEGATIVE_INFINITY;
  const current = (): number | null => {
    const limites = [parSeconde === null ? null : parSeconde / processus, appris];
    const connues = limites.filter((limite) => limite !== null);
    return connues.length === 0 ? null : Math.min(...connues);
  };
  return {
    get parSeconde() {
      return current();
    },
    share(nombre): void {
      processus = Math.max(1, nombre);
    },
    slow(parMinute): void {
      appris = parMinute === null ? null : parMinute / 60;
    },
    async waitTurn(nombre, signal): Promise<void> {
      const limite = current();
      if (limite === null) {
        return;
      }
      const now = chrono.elapsed();
      const tour = Math.max(now, prochain);
      prochain = tour + (nombre * 1_000) / limite;
      if (tour > now) {
        await chrono.wait(tour - now, signal);
      }
    },
  };
}
