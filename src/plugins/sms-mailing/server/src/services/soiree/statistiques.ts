import type { Statistiques } from '../../../../core/api/statistiques';
import { addDays, localDate } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import type { BilanDeps } from './bilan-soiree';

/** What left and what failed, day by day, until today. */
export async function readStatistiques(
  { duSoir, moteur }: BilanDeps,
  { jours, perimetre }: { jours: number; perimetre: Perimetre }
): Promise<Statistiques> {
  const au = localDate(moteur.clock(), moteur.reglages.zone);
  const du = addDays(au, 1 - jours);
  return { du, au, lignes: await duSoir.countParJour({ du, au, perimetre }) };
}
