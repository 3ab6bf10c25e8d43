import { formatDate, localDate, nextEnvoiDuSoir } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { ResultatSoireeExecutee } from '../../../../core/soiree';
import { describeSoiree, type SoireeDeps } from './describe-soiree';
import { planRegles, readRegles, type PlanDeps } from './plan-soiree';
import { checkSoirDeTous } from './suspendre';

/**
 * « Exécuter l'envoi de 19h maintenant »: the very evening that the first page describes, under its keys, so
 * that 19h repeats nothing (decision E8). One transaction; a rule that cannot be planned is named, the others
 * leave. Answers the figures of that page: a line is written for who cannot be reached as well, and says why.
 */
export async function runSoiree(
  deps: SoireeDeps & PlanDeps,
  perimetre: Perimetre
): Promise<ResultatSoireeExecutee> {
  checkSoirDeTous(perimetre);
  if (deps.moteur.suspendue !== null) {
    refuse('soiree-suspendue');
  }
  const { regles, moteur, attente, zone, heure } = deps;
  const now = moteur.clock();
  const prochainDepart = nextEnvoiDuSoir(now, zone, heure);
  const soir = localDate(prochainDepart, zone);
  const annoncee = await describeSoiree(deps, { perimetre, soir: null, lecture: 'fraiche' });
  const actives = await regles.listActives();
  const planification = { soir, depart: now, retarde: false, now };
  const lues = await readRegles(deps, actives, planification);
  try {
    const { ecartees } = await deps.programmes.transaction(async (atelier) => {
      await atelier.bringForward(prochainDepart, now);
      await atelier.note('soir-execute', { soir: formatDate(soir) });
      return planRegles(deps, atelier, lues, planification);
    });
    const nonProgrammees = ecartees.flatMap(({ regleId }) =>
      actives.filter(({ id }) => id === regleId).map(({ modeleNom }) => modeleNom)
    );
    return {
      programmes: annoncee.programmes,
      automatiques: annoncee.automatiquesCeSoir,
      exclus: annoncee.exclus.reduce((somme, { nombre }) => somme + nombre, 0),
      ...(nonProgrammees.length === 0 ? {} : { nonProgrammees }),
    };
  } finally {
    await attente.wake();
  }
}
