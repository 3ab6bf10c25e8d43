import { CLES_SUSPENSION } from '../../../../core/suspension';
import { conserve } from './conserve';
import { deliverAvis } from '../livrer/deliver-avis';
import { postponeMissed, runEnvoisDuSoir } from './run-envois-du-soir';
import { VOIES, type OuvrierStore } from '../ports/envois';
import type { Moteur } from '../ports/moteur';
import { reconcileIncertains } from '../suivis/reconcile-incertains';
import { createBattement } from '../livrer/battement';
import { addBilan, type Bilan } from '../livrer/bilan';
import { deliverDue, type Poste } from '../livrer/deliver-due';
import { alerteOf } from '../livrer/transports';

/** One worker per voie: what leaves at the click does not wait for the evening to end. */
export function createPostes(
  moteur: Moteur,
  ouvrier: string,
  ouvriers: Pick<OuvrierStore, 'beat'> = moteur.ouvriers
): Poste[] {
  const { chrono, clock, horloge, reglages, transports } = moteur;
  const { zone } = reglages;
  const alerte = (): string | null =>
    horloge.alerte ?? alerteOf(transports, { date: clock(), zone });
  const deps = { ouvriers, chrono, bailMs: reglages.bailMs, alerte };
  return VOIES.map((voie) => ({ voie, battement: createBattement(deps, `${ouvrier}.${voie}`) }));
}

async function takeOver({ ouvriers, reglages, clock, journal }: Moteur): Promise<void> {
  const { rendus, incertains } = await ouvriers.sweep(reglages.bailMs, clock());
  if (rendus + incertains > 0) {
    journal.warn(
      `Reprise après un arrêt : ${String(rendus)} envois remis en file, ${String(incertains)} incertains à vérifier.`
    );
  }
}

/** Reports that overtook the outcome they speak of. */
async function settleSuivis({ suivis, clock }: Moteur): Promise<void> {
  await suivis.settleAttente(clock());
}

/** Written in SQL, or by a version of before the queue. */
async function repairFile({ ledger, journal }: Moteur): Promise<void> {
  const { enfiles, retires } = await ledger.repair();
  if (enfiles + retires > 0) {
    journal.warn(
      `File d’attente remise d’accord avec l’historique : ${String(enfiles)} envois ajoutés, ${String(retires)} retirés.`
    );
  }
}

/** Coordonnées that came by SQL or by an import: before the evening reads them. */
async function refreshCoordonnees({ calculs, journal }: Moteur): Promise<void> {
  const { recalculees } = await calculs.refresh();
  if (recalculees > 0) {
    journal.info(`${String(recalculees)} coordonnées ont été vérifiées et mises au propre.`);
  }
}

/** Docs/adr/0023. */
async function foldBilans({ bilans }: Moteur): Promise<void> {
  await bilans.fold();
}

async function postpone(moteur: Moteur): Promise<void> {
  const reportes = await postponeMissed(moteur);
  if (reportes > 0) {
    moteur.journal.warn(
      `${String(reportes)} envois de la soirée partiront à 8h, marqués « retardé ».`
    );
  }
}

/** Docs/adr/0013: what may not leave yet stays programme, and its line says why. */
async function explainSuspensions({ suspensions, ledger, clock, journal }: Moteur): Promise<void> {
  const retenus = await ledger.explainSuspensions(suspensions, clock());
  if (retenus > 0) {
    const raisons = CLES_SUSPENSION.flatMap((cle) => suspensions[cle] ?? []);
    journal.warn(`${String(retenus)} envois retenus : ${raisons.join(' ')}`);
  }
}

/** An instance whose clock is wrong says so, opens nothing and puts nothing off. */
async function checkHorloge({ horloge, journal }: Moteur): Promise<void> {
  if (!(await horloge.check())) {
    journal.error(horloge.alerte ?? '');
  }
}

type Tache = (moteur: Moteur) => Promise<unknown>;

const onTime =
  (tache: Tache): Tache =>
  async (moteur) =>
    moteur.horloge.alerte === null ? tache(moteur) : null;

async function convoquer({ soirees }: Moteur): Promise<void> {
  await soirees.convoquer();
}

async function planDigest({ soirees }: Moteur): Promise<void> {
  await soirees.planDigest();
}

/**
 * What waits for somebody's server: the digest, recaps and alerts to the association's own staff, the operator asked
 * about SMS of unknown fate. It holds up neither the evening nor what is due.
 */
export async function watchBeside(moteur: Moteur): Promise<void> {
  for (const tache of [onTime(planDigest), deliverAvis, reconcileIncertains]) {
    await attempt(moteur, tache);
  }
}

async function attempt(moteur: Moteur, tache: Tache): Promise<void> {
  try {
    await tache(moteur);
  } catch (erreur) {
    const texte = erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur);
    moteur.journal.error(`Envois : ${texte}`);
  }
}

/**
 * What an instance watches over, any number of them at once (docs/adr/0003, 0004): the envois of the dead, the
 * evening when it is 19h, what it missed. One that fails does not stop the others, nor what is due.
 */
export async function watchOver(moteur: Moteur): Promise<void> {
  for (const tache of [
    takeOver,
    repairFile,
    refreshCoordonnees,
    settleSuivis,
    convoquer,
    checkHorloge,
    onTime(runEnvoisDuSoir),
    // What is held back says so first: it is not put off.
    explainSuspensions,
    onTime(postpone),
    foldBilans,
    conserve,
  ]) {
    await attempt(moteur, tache);
  }
}

/** Watches over, then sends all that is due: what the loops of the scheduler do, once. */
export async function runTick(
  moteur: Moteur,
  ouvrier: string,
  signal: AbortSignal
): Promise<Bilan> {
  await watchOver(moteur);
  await watchBeside(moteur);
  const epoque = await moteur.ledger.readEpoque();
  const bilans = await Promise.all(
    createPostes(moteur, ouvrier).map((poste) => deliverDue(moteur, poste, epoque, signal))
  );
  return bilans.reduce(addBilan);
}
