/** A send that may still be taken back: until when, by the clock of this browser, and what it wrote. */
export interface Repentir {
  echeance: number;
  /** Names of its modèles. */
  modeles: readonly string[];
  /** Those of `envois` that leave to somebody. */
  messages: number;
  envois: readonly string[];
}

/** Kept for the tab: a page reloaded, or another one opened in it, still offers to take the send back. */
const CLE = 'sms-mailing.repentir';

/** Tells the pages that envois were taken back. */
export const REPENTI = 'sms-mailing:repenti';

export function readRepentirs(): Repentir[] {
  try {
    const lus = JSON.parse(sessionStorage.getItem(CLE) ?? '[]') as Repentir[];
    return lus.filter(({ echeance }) => echeance > Date.now());
  } catch {
    return [];
  }
}

export function writeRepentirs(repentirs: readonly Repentir[]): void {
  sessionStorage.setItem(CLE, JSON.stringify(repentirs));
}
