import { localDate, nextEnvoiDuSoir } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { ResultatSoireeExecutee } from '../../../../core/soiree';
import { isActive } from '../envois-automatiques/list-envois-automatiques';
import { describeSoiree, type SoireeDeps } from './describe-soiree';

/**
 * « Exécuter l'envoi de 19h maintenant »: the very evening that the first page describes, under its keys, so
 * that 19h repeats nothing (decision E8). Answers the figures of that page: a line is written for who cannot be
 * reached as well, and says why. The evening is everyone's: a périmètre cannot run it.
 */
export async function runSoiree(
  deps: SoireeDeps,
  perimetre: Perimetre
): Promise<ResultatSoireeExecutee> {
  if (perimetre.genre !== 'tout') {
    refuse('hors-perimetre');
  }
  const { regles, moteur, attente } = deps;
  const { zone, heure } = moteur.reglages;
  const now = moteur.clock();
  const prochainDepart = nextEnvoiDuSoir(now, zone, heure);
  const soir = localDate(prochainDepart, zone);
  const annoncee = await describeSoiree(deps, perimetre);
  await attente.bringForward(prochainDepart, now);
  for (const { id } of (await regles.list()).filter(isActive)) {
    await moteur.soirees.planRegle(id, { soir, depart: now, retarde: false, now });
  }
  await attente.wake();
  return {
    programmes: annoncee.programmes,
    automatiques: annoncee.automatiquesCeSoir,
    exclus: annoncee.exclus.reduce((somme, { nombre }) => somme + nombre, 0),
  };
}
