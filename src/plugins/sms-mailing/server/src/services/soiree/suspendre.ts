import type { SuspensionSoir } from '../../../../core/soiree';
import type { Moteur } from '../ports/moteur';
import type { ReglagesStore } from '../ports/parametres';

export interface SuspendreDeps {
  moteur: Moteur;
  reglages: Pick<ReglagesStore, 'suspendSoir'>;
  wake: () => Promise<void>;
}

/**
 * « Suspendre ce soir », and « Arrêter le reste » once it has begun. Kept among the settings: its write moves
 * the epoch, so that what a worker has reserved waits again, and what is on the wire ends (docs/adr/0018).
 */
export async function suspendreSoiree(
  { moteur, reglages }: SuspendreDeps,
  par: string
): Promise<SuspensionSoir> {
  const suspension = { depuis: moteur.clock().toISOString(), par };
  await reglages.suspendSoir(suspension);
  return suspension;
}

/** What was held leaves, as its hour allows: made anew, with the text and the addresses of now. */
export async function reprendreSoiree({ reglages, wake }: SuspendreDeps): Promise<void> {
  await reglages.suspendSoir(null);
  await wake();
}
