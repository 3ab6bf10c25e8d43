import type { Chrono } from '../ports/chrono';

export interface Allure {
  /** Envois that got their outcome, a second. */
  readonly parSeconde: number;
  /** How long an envoi stays in the window without being in the transport's hands: its mark, its outcome. */
  readonly horsTransportMs: number;
}

/**
 * W: envois marked whose outcome is not committed. As many as the transport takes at once, and what it delivers
 * while the database writes; never more than G, whatever the server. More would not leave any sooner, and a crash
 * would make them incertain for nothing.
 */
export function sizeFenetre(garantie: number, parallele: number, allure: Allure): number {
  const enBase = Math.ceil((allure.parSeconde * allure.horsTransportMs) / 1_000);
  return Math.max(1, Math.min(garantie, parallele + enBase));
}

export interface Mesure extends Allure {
  /** One more envoi had its outcome committed, after so long in the database's hands. */
  note(horsTransportMs: number): void;
}

const MESURE_MS = 250;
const POIDS = 0.1;

export function createMesure(chrono: Pick<Chrono, 'elapsed'>): Mesure {
  let parSeconde = 0;
  let horsTransportMs = 0;
  let debut: number | null = null;
  let compte = 0;
  return {
    get parSeconde() {
      return parSeconde;
    },
    get horsTransportMs() {
      return horsTransportMs;
    },
    note(ms) {
      horsTransportMs += (ms - horsTransportMs) * POIDS;
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
