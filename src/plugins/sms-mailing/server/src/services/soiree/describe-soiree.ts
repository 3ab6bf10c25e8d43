import {
  addDays,
  formatDate,
  instantOf,
  localDate,
  nextEnvoiDuSoir,
  phraseDepart,
} from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import {
  filterPrevision,
  sumCredits,
  sumPersonnes,
  type AgePrevision,
} from '../../../../core/prevision';
import { refuse } from '../../../../core/regle';
import type { LigneSoiree, OriginePrevue, Soiree } from '../../../../core/soiree';
import type { CleSuspension } from '../../../../core/suspension';
import type { Moteur } from '../ports/moteur';
import { listExclus, listLignes, listOrigines } from './origines';
import { readPrevision, type LecturePrevision, type PrevisionDeps } from './prevoir-soiree';

export interface SoireeDeps extends PrevisionDeps {
  moteur: Moteur;
}

/** A worker says it is alive every few seconds; silent for a minute, nobody delivers. */
const SILENCE_MS = 60_000;
/** A rule looks at most so many days ahead: further, nobody can tell. */
const JOURS_PREVUS = 60;

/** Rules of the last evening that could not be planned, until they are (or their evening is over). */
async function describeEcartees({ moteur, regles }: SoireeDeps): Promise<string[]> {
  const soiree = await moteur.soirees.lastSoiree();
  if (soiree === null || soiree.ecartees.length === 0) {
    return [];
  }
  const noms = new Map((await regles.listActives()).map(({ id, modeleNom }) => [id, modeleNom]));
  return soiree.ecartees.flatMap(({ regleId }) => {
    const nom = noms.get(regleId);
    return nom === undefined
      ? []
      : [
          `Un envoi automatique du ${formatDate(soiree.soir)} (modèle « ${nom} ») n’a pas pu être programmé : ouvrez-le, vérifiez ses critères et enregistrez-le ; il est essayé à nouveau jusqu’à 21h.`,
        ];
  });
}

function countParType(lignes: readonly LigneSoiree[]): Soiree['parType'] {
  const of = (type: LigneSoiree['typeContact']): number =>
    sumPersonnes(lignes.filter(({ typeContact }) => typeContact === type));
  return { email: of('email'), newsletter: of('newsletter'), sms: of('sms') };
}

function countRetenus(origines: readonly OriginePrevue[]): Record<CleSuspension, number> {
  const of = (cle: CleSuspension): number =>
    sumPersonnes(origines.filter(({ retenue }) => retenue === cle));
  return { mail: of('mail'), promotion: of('promotion'), sms: of('sms') };
}

/** The evening asked for; by default the next one. */
export function findSoir(
  { moteur: { reglages, clock } }: Pick<SoireeDeps, 'moteur'>,
  soir: string | null
): { soir: string; depart: Date } {
  const { zone, heure } = reglages;
  const depart = nextEnvoiDuSoir(clock(), zone, heure);
  const prochain = localDate(depart, zone);
  if (soir === null || soir === prochain) {
    return { soir: prochain, depart };
  }
  if (soir < prochain || soir > addDays(prochain, JOURS_PREVUS)) {
    refuse('soir-hors-bornes', { soir: formatDate(soir), prochain: formatDate(prochain) });
  }
  return { soir, depart: instantOf(soir, heure, zone) };
}

export interface DemandeSoiree {
  perimetre: Perimetre;
  /** 'YYYY-MM-DD'; null: the next evening. */
  soir: string | null;
  lecture: LecturePrevision;
}

/** What leaves an evening, envois automatiques included; who does not, and why; what it costs. */
export async function describeSoiree(
  deps: SoireeDeps,
  { perimetre, soir: demande, lecture }: DemandeSoiree
): Promise<Omit<Soiree, 'prochainDepart'> & { prochainDepart: Date }> {
  const { moteur, attente, programmes } = deps;
  const now = moteur.clock();
  const { soir, depart } = findSoir(deps, demande);
  const lue = await readPrevision(deps, soir, lecture);
  const contenu = filterPrevision(lue.contenu, perimetre);
  const origines = listOrigines(contenu.lignes, moteur.suspensions);
  const partantes = origines.filter(({ retenue }) => retenue === null);
  const dansLaFile = contenu.lignes.filter(({ enFile }) => enFile);
  const programmees = listOrigines(dansLaFile, moteur.suspensions).filter(
    ({ retenue }) => retenue === null
  );
  const automatiquesCeSoir = sumPersonnes(partantes) - sumPersonnes(programmees);
  const reste = await programmes.readReste();
  return {
    soir,
    phrase: phraseDepart(now, moteur.reglages.zone, depart),
    prochainDepart: depart,
    calculeeLe: lue.calculeeLe,
    perimee: lue.perimee,
    programmes: sumPersonnes(programmees),
    parType: countParType(programmees),
    automatiquesCeSoir,
    exclus: listExclus(contenu.lignes),
    creditsCeSoir: sumCredits(partantes),
    resteSms: reste === null ? null : reste - sumCredits(partantes) + sumCredits(programmees),
    lignes: listLignes(partantes),
    origines,
    sollicitees: contenu.sollicitees,
    planificateurArrete: (await moteur.ouvriers.count(SILENCE_MS)) === 0,
    incertains: await attente.countIncertains(perimetre),
    alertes: [...(await describeEcartees(deps)), ...(await attente.listAlertes())],
    suspensions: moteur.suspensions,
    suspendue: moteur.suspendue,
    retenus: countRetenus(origines),
  };
}

/** SMS credits that the envois automatiques of the next evening will take, and when they were counted. */
export async function countCreditsAutomatiques(
  deps: SoireeDeps,
  perimetre: Perimetre
): Promise<AgePrevision & { credits: number }> {
  const { soir } = findSoir(deps, null);
  const { contenu, calculeeLe, perimee } = await readPrevision(deps, soir, 'datee');
  const { lignes } = filterPrevision(contenu, perimetre);
  return { calculeeLe, perimee, credits: sumCredits(lignes.filter(({ enFile }) => !enFile)) };
}
