import type { Transport } from '../../../../core/vocabulaire';
import type { Chrono } from '../ports/chrono';
import type { EtatTransport, ReglagesTransport, Transports } from '../ports/transports';
import { createDebit } from './debit';
import { createFenetre } from './fenetre';

export const TRANSPORTS: readonly Transport[] = ['mail', 'sms'];

/** In a row: one message that kills every connection must not stop the others. */
const PANNES = 10;
const MINUTE_MS = 60_000;
const PAUSE_MAX_MS = 30 * MINUTE_MS;

function createTransport(reglages: ReglagesTransport, chrono: Chrono): EtatTransport {
  let { parHeure } = reglages;
  let debit = createDebit(reglages.parSeconde, chrono);
  let rouvreA = Number.NEGATIVE_INFINITY;
  let pannes = 0;
  let pause = MINUTE_MS;
  let alerte: string | null = null;
  const isOuvert = (): boolean => chrono.elapsed() >= rouvreA;
  const suspend = (raison: string, ms: number): void => {
    alerte = raison;
    rouvreA = chrono.elapsed() + ms;
  };
  const succeed = (): void => {
    pannes = 0;
    pause = MINUTE_MS;
    alerte = null;
  };
  return {
    places: createFenetre(reglages.parallele),
    parallele: reglages.parallele,
    get debit() {
      return debit;
    },
    get parHeure() {
      return parHeure;
    },
    retune(nouveaux): void {
      ({ parHeure } = nouveaux);
      debit = createDebit(nouveaux.parSeconde, chrono);
      rouvreA = Number.NEGATIVE_INFINITY;
      succeed();
    },
    get alerte() {
      return alerte;
    },
    isOuvert,
    succeed,
    suspend,
    fail(raison): void {
      pannes += 1;
      // Those already on their way when it was suspended say nothing new.
      if (pannes >= PANNES && isOuvert()) {
        suspend(raison, pause);
        pause = Math.min(pause * 2, PAUSE_MAX_MS);
      }
    },
  };
}

export function createTransports(
  reglages: Readonly<Record<Transport, ReglagesTransport>>,
  chrono: Chrono
): Transports {
  return {
    mail: createTransport(reglages.mail, chrono),
    sms: createTransport(reglages.sms, chrono),
  };
}

/** One sentence of all that is stopped. */
export function alerteOf(transports: Transports): string | null {
  const alertes = TRANSPORTS.flatMap((transport) => transports[transport].alerte ?? []);
  return alertes.length === 0 ? null : alertes.join(' ');
}
