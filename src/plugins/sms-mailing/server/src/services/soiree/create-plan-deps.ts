import type { Stores } from '../ports/stores';
import { createChaine } from '../programmer/chaine';
import type { PlanDeps } from './plan-soiree';

/** The chain, and the rules that an evening plans with it. */
export function createPlanDeps(stores: Stores): PlanDeps {
  const { regles, isPannePassagere } = stores;
  return { ...createChaine(stores), regles, isPannePassagere };
}
