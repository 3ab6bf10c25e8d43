import type { Perimetre } from '../../../../core/perimetre';
import type { Stores } from '../ports/stores';
import { createSoireeDeps } from './create-plan-deps';
import { describeSoiree } from './describe-soiree';
import { runSoiree } from './run-soiree';

/** « Ce soir »: what the evening will send, and who may change it. */
export function bindSoiree(stores: Stores) {
  const deps = createSoireeDeps(stores);
  return {
    /** By default the next evening. */
    describeSoiree: (perimetre: Perimetre, soir: string | null = null) =>
      describeSoiree(deps, { perimetre, soir, frais: false }),
    runSoireeMaintenant: (perimetre: Perimetre) => runSoiree(deps, perimetre),
  };
}
