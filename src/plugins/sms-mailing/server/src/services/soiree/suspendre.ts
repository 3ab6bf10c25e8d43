import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { SuspensionSoir } from '../../../../core/soiree';
import type { Moteur } from '../ports/moteur';
import type { ReglagesStore } from '../ports/parametres';

export interface SuspendreDeps {
  moteur: Moteur;
  reglages: Pick<ReglagesStore, 'suspendSoir'>;
  wake: () => Promise<void>;
}

/** The evening is everyone's: who sees a part of it neither holds it, nor lets it go, nor runs it. */
export function checkSoirDeTous({ genre }: Perimetre): void {
  if (genre !== 'tout') {
    refuse('soir-de-tous');
  }
}

/**
 * « Suspendre ce soir », and « Arrêter le reste » once it has begun. Kept among the settings: its write moves
 * the epoch, so that what a worker has reserved waits again, and what is on the wire ends (docs/adr/0018).
 */
export async function suspendreSoiree(
  { moteur, reglages }: SuspendreDeps,
  par: string,
  perimetre: Perimetre
): Promise<SuspensionSoir> {
  checkSoirDeTous(perimetre);
  const suspension = { depuis: moteur.clock().toISOString(), par };
  await reglages.suspendSoir(suspension);
  return suspension;
}

/** What was held leaves, as its hour allows: made anew, with the text and the addresses of now. */
export async function reprendreSoiree(
  { reglages, wake }: SuspendreDeps,
  perimetre: Perimetre
): Promise<void> {
  checkSoirDeTous(perimetre);
  await reglages.suspendSoir(null);
  await wake();
}
