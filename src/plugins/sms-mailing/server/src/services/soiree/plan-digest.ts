import { composeDigest } from '../../../../core/digest';
import { instantOf, localDate, localHeure } from '../../../../core/horaire';
import { TOUT } from '../../../../core/perimetre';
import { describeSoiree } from './describe-soiree';
import { listOddites, type OdditesDeps } from './oddites';

const DEBUT_DE_MATINEE = '08:00:00';

/**
 * Once a day from 8h, when the setting asks for it: the evening to come, mailed to who receives the alerts.
 * Replayed, or late, it adds none.
 */
export async function planDigest(deps: OdditesDeps): Promise<number> {
  const { digestMatin, alertesA } = await deps.parametres.read();
  const { avis, reglages } = deps.moteur;
  const now = deps.now();
  const soir = localDate(now, reglages.zone);
  const matin = localHeure(now, reglages.zone) >= DEBUT_DE_MATINEE;
  if (!digestMatin || !matin || now >= instantOf(soir, reglages.heure, reglages.zone)) {
    return 0;
  }
  const cle = `d:${soir}`;
  if (await avis.isPlanned(cle)) {
    return 0;
  }
  const soiree = await describeSoiree(deps, { perimetre: TOUT, soir, lecture: 'gardee' });
  const oddites = await listOddites(deps, { perimetre: TOUT, soir });
  return avis.planDigest({ cle, avis: composeDigest(soiree, oddites), adresse: alertesA, now });
}
