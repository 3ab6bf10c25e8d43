import { localDate, nextEnvoiDuSoir } from '../../../../core/horaire';
import { listMois, type SuiviPackages } from '../../../../core/suivi-packages';
import { TOUT } from '../../../../core/perimetre';
import type { SuiviPackageStore } from '../ports/packages-sms';
import { countCreditsAutomatiques, type SoireeDeps } from '../soiree/describe-soiree';

const MOIS = 12;

export interface SuiviDeps extends SoireeDeps {
  suiviPackages: SuiviPackageStore;
}

/** Guide §10: a year of consumption, and what the envois to come will take. */
export async function describeSuivi(deps: SuiviDeps): Promise<SuiviPackages> {
  const { suiviPackages: suivi, moteur } = deps;
  const { zone, heure } = moteur.reglages;
  const now = moteur.clock();
  const mois = listMois(localDate(now, zone), MOIS);
  const [consommes, reserves, automatiques] = await Promise.all([
    suivi.countConsommes(`${mois[0] ?? ''}-01`),
    suivi.countReserves(nextEnvoiDuSoir(now, zone, heure)),
    countCreditsAutomatiques(deps, TOUT),
  ]);
  const parMois = new Map(consommes.mois.map(({ mois: nom, sms }) => [nom, sms]));
  return {
    consommation: mois.map((nom) => ({ mois: nom, sms: parMois.get(nom) ?? 0 })),
    anterieurs: consommes.anterieurs,
    ...reserves,
    automatiques: automatiques.credits,
    suspension: moteur.suspensions.sms,
  };
}
