import { TOUT } from '../../../../core/perimetre';
import type { Atelier } from '../../adapters/sql/programmer/programmes';
import type { RegleEcartee } from '../../adapters/sql/programmer/soirees-ouvertes';
import { lireRegle } from '../envois-automatiques/prevoir-soir';
import type {
  Planification,
  RegleActive,
  RegleStore,
  ResultatSoiree,
} from '../ports/envois-automatiques';
import type { PartLue, ProgrammationModele } from '../programmer/demande';
import { fillCredits } from '../programmer/hold-credits';
import { inscrire } from '../programmer/inscrire';
import { createLirePart, type LirePart } from '../programmer/prepare-demande';
import type { ProgrammerDeps } from '../programmer/programmer';

export interface PlanDeps extends ProgrammerDeps {
  regles: RegleStore;
  /** Would the same pass a little later? Then nothing is written, and the next tick tries again. */
  isPannePassagere: (erreur: unknown) => boolean;
}

/** What the rules of one evening wrote, and those that could not be planned. */
export interface ReglesPlanifiees {
  envois: number;
  ecartees: RegleEcartee[];
}

/** A rule as it is read now, or why it cannot be. */
type RegleLue = Pick<RegleActive, 'id'> & ({ lue: PartLue } | { erreur: unknown });

/** What the rules of an evening ask, read before the transaction that writes their envois. */
export interface ReglesLues {
  regles: RegleLue[];
  autoriserDepassement: boolean;
}

/** One that cannot be read does not cost the evening of the others. */
async function readRegle(
  lire: LirePart,
  { id, lue: regle }: RegleActive,
  { soir, depart, now }: Planification
): Promise<RegleLue> {
  try {
    if (regle === null) {
      throw new Error('Ses critères ne sont plus lisibles.');
    }
    const { part, ...suite } = await lireRegle(lire, regle, { soir, perimetre: TOUT, now });
    return { id, lue: { ...suite, part: { ...part, depart } } };
  } catch (erreur) {
    return { id, erreur };
  }
}

export async function readRegles(
  deps: PlanDeps,
  actives: readonly RegleActive[],
  planification: Planification
): Promise<ReglesLues> {
  const lire = await createLirePart(deps);
  const { autoriserDepassement } = await deps.parametres.read();
  const regles: RegleLue[] = [];
  for (const active of actives) {
    regles.push(await readRegle(lire, active, planification));
  }
  return { regles, autoriserDepassement };
}

async function planRegle(
  atelier: Atelier,
  regle: RegleLue,
  { retarde, confirmation }: Planification & { confirmation: string }
): Promise<ProgrammationModele> {
  if ('erreur' in regle) {
    throw regle.erreur;
  }
  return inscrire(atelier, regle.lue, {
    ...{ auteurId: null, confirmation, retarde, annuleeConfirmee: false, statut: 'programme' },
  });
}

/**
 * Each rule under a savepoint: one that cannot be read or planned does not cost the evening of the others. The
 * SMS left are shared at the end, in the order of the actions.
 */
export async function planRegles(
  deps: PlanDeps,
  atelier: Atelier,
  { regles, autoriserDepassement }: ReglesLues,
  planification: Planification
): Promise<ReglesPlanifiees> {
  const confirmation = deps.drawNumero();
  const ecrites: ProgrammationModele[] = [];
  const ecartees: RegleEcartee[] = [];
  const retirees = new Set(await atelier.listReglesRetirees(planification.soir));
  for (const regle of regles.filter(({ id }) => !retirees.has(id))) {
    try {
      const plan = { ...planification, confirmation };
      ecrites.push(await atelier.savepoint((point) => planRegle(point, regle, plan)));
    } catch (erreur) {
      if (deps.isPannePassagere(erreur)) {
        throw erreur;
      }
      const detail = erreur instanceof Error ? erreur.message : String(erreur);
      ecartees.push({ regleId: regle.id, detail });
    }
  }
  const { now } = planification;
  await fillCredits(atelier, ecrites, { confirmation, autoriserDepassement, now });
  return { envois: ecrites.reduce((somme, { programmes }) => somme + programmes, 0), ecartees };
}

/** Opens the evening and plans its envois automatiques: both are there, or neither (docs/adr/0004). */
export async function planSoiree(
  deps: PlanDeps,
  planification: Planification
): Promise<ResultatSoiree> {
  const { soir } = planification;
  const regles = await readRegles(deps, await deps.regles.listActives(), planification);
  return deps.programmes.transaction(async (atelier) => {
    if (!(await atelier.openSoiree(soir, planification))) {
      return { ouverte: false, envois: 0, ecartees: [] };
    }
    const { envois, ecartees } = await planRegles(deps, atelier, regles, planification);
    await atelier.noteSoiree(soir, { envois, ecartees });
    return { ouverte: true, envois, ecartees: ecartees.map(({ regleId }) => regleId) };
  });
}

/**
 * The rules that the last evening left aside, tried again for as long as something of that evening may leave;
 * `planifier` answers null when nothing may. Answers what they wrote.
 */
export async function replanEcartees(
  deps: PlanDeps,
  planifier: (soir: string) => Planification | null
): Promise<number> {
  const derniere = await deps.programmes.readDerniereSoiree();
  if (derniere === null || derniere.ecartees.length === 0) {
    return 0;
  }
  const planification = planifier(derniere.soir);
  if (planification === null) {
    return 0;
  }
  const ids = new Set(derniere.ecartees.map(({ regleId }) => regleId));
  const actives = (await deps.regles.listActives()).filter(({ id }) => ids.has(id));
  const lues = await readRegles(deps, actives, planification);
  return deps.programmes.transaction(async (atelier) => {
    // Another instance may have planned some meanwhile, or hold them now.
    const soiree = await atelier.takeSoireeEcartee();
    if (soiree?.soir !== derniere.soir) {
      return 0;
    }
    const restent = new Set(soiree.ecartees.map(({ regleId }) => regleId));
    const regles = lues.regles.filter(({ id }) => restent.has(id));
    const { envois, ecartees } = await planRegles(
      deps,
      atelier,
      { ...lues, regles },
      planification
    );
    await atelier.noteSoiree(soiree.soir, { envois, ecartees });
    return envois;
  });
}
