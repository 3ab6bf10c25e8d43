import type { Knex } from 'knex';
import { sayEcart } from '../../../../core/ecart-horloge';
import type { Horloge } from '../../services/ports/horloge';
import { query } from './query';

const HEURE = `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;

/** `readNow`: this machine's own clock, which no test or demo moves. */
export function createHorloge(knex: Knex, readNow: () => number): Horloge {
  let alerte: string | null = null;
  return {
    get alerte() {
      return alerte;
    },
    async check(): Promise<boolean> {
      const avant = readNow();
      const [base] = await query<{ ms: number }>(knex, HEURE);
      const apres = readNow();
      // The answer was made between the two: within them, nothing is proved.
      const ms = base?.ms ?? apres;
      alerte = sayEcart(ms < avant ? avant - ms : Math.min(0, apres - ms));
      return alerte === null;
    },
  };
}

/** Under a clock that a test or the demo has put in its place: it is right by definition. */
export const HORLOGE_DONNEE: Horloge = { check: () => Promise.resolve(true), alerte: null };
