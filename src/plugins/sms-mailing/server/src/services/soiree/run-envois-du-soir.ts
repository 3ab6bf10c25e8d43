import { addDays, instantOf, localDate, localHeure } from '../../../../core/horaire';
import type { Planification } from '../ports/envois-automatiques';
import type { Moteur } from '../ports/moteur';
import { DEBUT_DE_MATINEE, FIN_DE_SOIREE, isNuit } from './nuit';

/** After a longer stop, evenings of more than a week ago interest nobody any more. */
const SOIREES_RATTRAPEES = 7;

/** A file deposited and never saved with its modèle interests nobody the day after. */
const DEPOT_MS = 24 * 3_600_000;

async function purgeDepots({ piecesJointes, journal }: Moteur, now: Date): Promise<void> {
  const oublies = await piecesJointes.purge(new Date(now.getTime() - DEPOT_MS));
  if (oublies > 0) {
    journal.info(`${String(oublies)} fichiers déposés sans être enregistrés ont été effacés.`);
  }
}

/** The evenings after `derniere` that should have been opened by now, oldest first. */
function listSoirsDus(derniere: string, today: string, sonnee: boolean): string[] {
  const dernierDu = sonnee ? today : addDays(today, -1);
  const soirs: string[] = [];
  let soir = addDays(derniere, 1);
  const plusVieux = addDays(today, -SOIREES_RATTRAPEES);
  if (soir < plusVieux) {
    soir = plusVieux;
  }
  for (; soir <= dernierDu; soir = addDays(soir, 1)) {
    soirs.push(soir);
  }
  return soirs;
}

/**
 * The last evening that needs nothing more. On a base that opened none yet, the one before its first rule: an
 * evening that a rule was there for and nobody opened was missed like any other.
 */
async function readDerniere({ soirees, reglages }: Moteur, today: string): Promise<string> {
  const derniere = await soirees.lastSoiree();
  if (derniere !== null) {
    return derniere.soir;
  }
  const { zone, heure } = reglages;
  const depuis = await soirees.premiereRegle();
  const premier = depuis === null ? today : localDate(depuis, zone);
  if (depuis === null || premier >= today) {
    return addDays(today, -1);
  }
  return depuis < instantOf(premier, heure, zone) ? addDays(premier, -1) : premier;
}

/** Null outside the hours in which anything may leave by itself. */
function planifie(moteur: Moteur, soir: string, now: Date): Planification | null {
  const { zone } = moteur.reglages;
  const today = localDate(now, zone);
  const heure = localHeure(now, zone);
  if (soir === today) {
    return heure < FIN_DE_SOIREE ? { soir, depart: now, retarde: false, now } : null;
  }
  return heure >= DEBUT_DE_MATINEE && heure < FIN_DE_SOIREE
    ? { soir, depart: now, retarde: true, now }
    : null;
}

/**
 * Guide §6.b: every evening at 19h, the participants whose action matches an active rule. Called at every
 * tick by every instance: the ledger row of the evening lets exactly one plan it, however late (decision B5).
 */
export async function runEnvoisDuSoir(moteur: Moteur): Promise<number> {
  const { reglages, soirees, journal } = moteur;
  const now = moteur.clock();
  const today = localDate(now, reglages.zone);
  const sonnee = now >= instantOf(today, reglages.heure, reglages.zone);
  let total = 0;
  for (const soir of listSoirsDus(await readDerniere(moteur, today), today, sonnee)) {
    const planification = planifie(moteur, soir, now);
    if (planification === null) {
      continue;
    }
    const { ouverte, envois, ecartees } = await soirees.planSoiree(planification);
    if (ecartees.length > 0) {
      journal.error(
        `Soirée du ${soir} : les envois automatiques n° ${ecartees.join(', ')} n’ont pas pu être programmés. Corrigez-les : ils sont essayés à nouveau jusqu’à 21h, sinon « Exécuter maintenant ».`
      );
    }
    if (ouverte) {
      const retard = planification.retarde ? ' (retardée)' : '';
      journal.info(`Soirée du ${soir}${retard} : ${String(envois)} envois automatiques.`);
      total += envois;
      await purgeDepots(moteur, now);
      await soirees.purge(now);
    }
  }
  const repris = await soirees.replanEcartees((soir) => planifie(moteur, soir, now));
  if (repris > 0) {
    journal.info(`${String(repris)} envois automatiques repris, de règles laissées de côté à 19h.`);
  }
  return total + repris;
}

/**
 * Decision F17: what was due in the evening and could not leave before 21h waits for 8h and is marked
 * « retardé ». An evening under way goes on, and what someone asked for later than 21h leaves. What an instance
 * that was stopped all night finds by day leaves too, and says that it is late. So does an evening that someone
 * suspended and resumes later.
 */
export async function postponeMissed(moteur: Moteur): Promise<number> {
  const { zone } = moteur.reglages;
  const now = moteur.clock();
  if (!isNuit(now, zone)) {
    const hier = addDays(localDate(now, zone), -1);
    await moteur.soirees.markRetardes(instantOf(hier, FIN_DE_SOIREE, zone), now);
    return 0;
  }
  const heure = localHeure(now, zone);
  const today = localDate(now, zone);
  const soiree = heure >= FIN_DE_SOIREE ? today : addDays(today, -1);
  const fin = instantOf(soiree, FIN_DE_SOIREE, zone);
  return moteur.soirees.postpone({
    avant: fin,
    jusqua: instantOf(addDays(soiree, 1), DEBUT_DE_MATINEE, zone),
    suspendue: moteur.suspendue !== null,
    now,
  });
}
