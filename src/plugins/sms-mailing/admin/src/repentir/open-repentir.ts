import { readRepentirs, writeRepentirs, type Repentir } from './repentirs';

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
  ...envoi
}: Omit<Repentir, 'echeance'> & { secondes: number }): void {
  if (secondes > 0 && envoi.messages > 0) {
    writeRepentirs([...readRepentirs(), { echeance: Date.now() + secondes * 1000, ...envoi }]);
    void show();
  }
}

/** When the panel opens: what the tab was still offering. */
export function resumeRepentirs(): void {
  if (readRepentirs().length > 0) {
    void show();
  }
}
