import { localDate, nextEnvoiDuSoir } from '../../../../core/horaire';
import { listMois, type SuiviPackages } from '../../../../core/suivi-packages';
import type { SuiviPackageStore } from '../ports/packages-sms';

const MOIS = 12;

/** Guide §10: a year of consumption, and what the envois already programmed will take. */
export async function describeSuivi(
  suivi: SuiviPackageStore,
  { zone, heure }: { zone: string; heure: string },
  now: Date
): Promise<SuiviPackages> {
  const mois = listMois(localDate(now, zone), MOIS);
  const [comptes, reserves] = await Promise.all([
    suivi.countParMois(`${mois[0] ?? ''}-01`),
    suivi.countReserves(nextEnvoiDuSoir(now, zone, heure)),
  ]);
  const parMois = new Map(comptes.map(({ mois: nom, sms }) => [nom, sms]));
  return {
    consommation: mois.map((nom) => ({ mois: nom, sms: parMois.get(nom) ?? 0 })),
    ...reserves,
  };
}
