import type { SoireeStore } from '../../services/ports/envois-automatiques';
import type { Stores } from '../../services/ports/stores';
import { createChaine } from '../../services/programmer/chaine';
import { convoquer } from '../../services/reponses/convoquer';
import { createPlanDeps, createSoireeDeps } from '../../services/soiree/create-plan-deps';
import { planDigest } from '../../services/soiree/plan-digest';
import { planSoiree, replanEcartees } from '../../services/soiree/plan-soiree';

export type Planification = Pick<
  SoireeStore,
  'planSoiree' | 'replanEcartees' | 'planDigest' | 'convoquer'
>;

/** The use cases of the evening that the engine calls; `stores` is asked for when it does. */
export function createPlanification(stores: () => Stores): Planification {
  return {
    planSoiree: (planification) => planSoiree(createPlanDeps(stores()), planification),
    replanEcartees: (planifier) => replanEcartees(createPlanDeps(stores()), planifier),
    convoquer: () => convoquer({ ...createChaine(stores()), ...stores() }),
    planDigest: () => planDigest({ ...createSoireeDeps(stores()), duSoir: stores().duSoir }),
  };
}
