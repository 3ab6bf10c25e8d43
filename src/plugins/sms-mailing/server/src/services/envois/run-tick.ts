import { postponeMissed, runEnvoisDuSoir } from '../envois-automatiques/run-envois-du-soir';
import type { Moteur } from '../ports/moteur';
import { deliverDue } from './deliver-due';
import type { Bilan } from './deliver-lot';

/**
 * One tick of one instance: says it is alive, takes over from the dead, opens the evening when it is 19h,
 * sends what is due. Any number of instances may tick at once (docs/adr/0003, 0004).
 */
export async function runTick(
  moteur: Moteur,
  ouvrier: string,
  signal: AbortSignal
): Promise<Bilan> {
  const { ouvriers, reglages, journal } = moteur;
  await ouvriers.beat(ouvrier);
  const { rendus, incertains } = await ouvriers.sweep(reglages.bailMs, moteur.clock());
  if (rendus + incertains > 0) {
    journal.warn(
      `Reprise après un arrêt : ${String(rendus)} envois remis en file, ${String(incertains)} incertains à vérifier.`
    );
  }
  await runEnvoisDuSoir(moteur);
  const reportes = await postponeMissed(moteur);
  if (reportes > 0) {
    journal.warn(`${String(reportes)} envois de la soirée partiront à 8h, marqués « retardé ».`);
  }
  return deliverDue(moteur, ouvrier, signal);
}
