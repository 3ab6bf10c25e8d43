import type { Chrono } from '../ports/chrono';

export interface Allure {
  /** Envois that got their outcome, a second. */
  readonly parSeconde: number;
  /** How long an envoi stays in the window without being in the transport's hands: its mark, its outcome. */
  readonly horsTransportMs: number;
  /** How long it stays in the transport's hands, the wait for a place included. */
  readonly transportMs: number;
}

export interface TailleFenetre {
  /** W: envois marked whose outcome is not committed. */
  readonly taille: number;
  /** Envois marked by one statement. */
  readonly groupe: number;
}

/**
 * W holds as many as the transport takes at once, what it delivers while the database writes, and the group that
 * gathers before its mark; never more than G, whatever the server. Before a server that is slower than the database,
 * more would not leave any sooner, and a crash would make them incertain for nothing. Before a faster one the
 * database is what one waits for: it is given twice as much, by larger groups, two marks at once.
 */
export function sizeFenetre(garantie: number, parallele: number, allure: Allure): TailleFenetre {
  const { parSeconde, horsTransportMs, transportMs } = allure;
  const double = transportMs < horsTransportMs;
  const duree = horsTransportMs * (double ? 2 : 1);
  const enBase = Math.ceil((parSeconde * duree) / 1_000);
  const groupe = Math.max(1, Math.ceil((enBase === 0 ? parallele / 2 : enBase) / (double ? 3 : 2)));
  const taille = Math.max(1, Math.min(garantie, parallele + enBase + groupe));
  return { taille, groupe: Math.min(groupe, Math.ceil(taille / 2)) };
}

export interface Mesure extends Allure {
  /** One more envoi had its outcome committed, after so long in the hands of either. */
  note(durees: Pick<Allure, 'horsTransportMs' | 'transportMs'>): void;
}

const MESURE_MS = 100;
const POIDS = 0.1;

export function createMesure(chrono: Pick<Chrono, 'elapsed'>): Mesure {
  let parSeconde = 0;
  let horsTransportMs = 0;
  let transportMs = 0;
  let debut: number | null = null;
  let compte = 0;
  return {
    get parSeconde() {
      return parSeconde;
    },
    get horsTransportMs() {
      return horsTransportMs;
    },
    get transportMs() {
      return transportMs;
    },
    note(durees) {
      horsTransportMs += (durees.horsTransportMs - horsTransportMs) * POIDS;
      transportMs += (durees.transportMs - transportMs) * POIDS;
      compte += 1;
      const now = chrono.elapsed();
      debut ??= now;
      const duree = now - debut;
      if (duree >= MESURE_MS) {
        parSeconde = (compte * 1_000) / duree;
        debut = now;
        compte = 0;
      }
    },
  };
}
