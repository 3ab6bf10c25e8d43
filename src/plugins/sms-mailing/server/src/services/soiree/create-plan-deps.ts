import type { Stores } from '../ports/stores';
import type { SoireeDeps } from './describe-soiree';
import { createChaine } from '../programmer/chaine';
import type { PlanDeps } from './plan-soiree';

/** What looking at an evening, holding it back or running it stand on. */
export function createSoireeDeps(stores: Stores): SoireeDeps & PlanDeps {
  const { attente, previsions, moteur } = stores;
  return { ...createPlanDeps(stores), attente, previsions, moteur, now: moteur.clock };
}

/** The chain, and the rules that an evening plans with it. */
export function createPlanDeps(stores: Stores): PlanDeps {
  const { regles, isPannePassagere } = stores;
  return { ...createChaine(stores), regles, isPannePassagere };
}
