import type { Chrono } from '../ports/chrono';

export interface Allure {
  /** Envois that got their outcome, a second. */
  readonly parSeconde: number;
  /** How long an envoi stays in the window without being in the transport's hands: its mark, its outcome. */
  readonly horsTransportMs: number;
}

export interface TailleFenetre {
  /** W: envois marked whose outcome is not committed. */
  readonly taille: number;
  /** Envois marked by one statement. */
  readonly groupe: number;
}

/**
 * W holds as many as the transport takes at once, what it delivers while the database writes, and the group that
 * gathers before its mark; never more than G, whatever the server. More would not leave any sooner, and a crash would
 * make them incertain for nothing. A group is half of what the database holds, so that a mark and an outcome are
 * written by turns.
 */
export function sizeFenetre(garantie: number, parallele: number, allure: Allure): TailleFenetre {
  const enBase = Math.ceil((allure.parSeconde * allure.horsTransportMs) / 1_000);
  const groupe = Math.max(1, Math.ceil((enBase === 0 ? parallele / 2 : enBase) / 2));
  const taille = Math.max(1, Math.min(garantie, parallele + enBase + groupe));
  return { taille, groupe: Math.min(groupe, Math.ceil(taille / 2)) };
}

export interface Mesure extends Allure {
  /** One more envoi had its outcome committed, after so long in the database's hands. */
  note(horsTransportMs: number): void;
}

const MESURE_MS = 100;
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
