/** A send that may still be taken back: until when, by the clock of this browser, and what it wrote. */
export interface Repentir {
  echeance: number;
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

async function show(): Promise<void> {
  const { mountRepentirs } = await import('./mount-repentirs');
  mountRepentirs();
}

/**
 * The seconds are those the server leaves (decision F18), counted from its answer: the server alone decides when the
 * message leaves, whatever this bar shows. It stands outside the pages, and follows from one to the next.
 */
export function openRepentir({
  secondes,
  envois,
}: {
  secondes: number;
  envois: readonly string[];
}): void {
  if (secondes > 0 && envois.length > 0) {
    writeRepentirs([...readRepentirs(), { echeance: Date.now() + secondes * 1000, envois }]);
    void show();
  }
}

/** When the panel opens: what the tab was still offering. */
export function resumeRepentirs(): void {
  if (readRepentirs().length > 0) {
    void show();
  }
}
