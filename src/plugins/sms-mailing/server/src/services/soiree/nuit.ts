import { localHeure } from '../../../../core/horaire';

/** Decision B5: a missed evening is caught up until then, and again from the next morning. */
export const FIN_DE_SOIREE = '21:00:00';
export const DEBUT_DE_MATINEE = '08:00:00';

/** Nothing leaves by itself, unless someone asked for it. */
export function isNuit(now: Date, zone: string): boolean {
  const heure = localHeure(now, zone);
  return heure < DEBUT_DE_MATINEE || heure >= FIN_DE_SOIREE;
}
