import { readRepentirs, writeRepentirs } from './repentirs';

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
