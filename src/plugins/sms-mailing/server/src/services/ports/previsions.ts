import type { AgePrevision, ContenuPrevision } from '../../../../core/prevision';

/** A forecast, as it was counted. */
export interface PrevisionGardee extends AgePrevision {
  contenu: ContenuPrevision;
}

/** Decision G13. What is shown comes from here; what is confirmed or executed never does. */
export interface PrevisionStore {
  /**
   * The one kept for this evening while it holds, else what `make` counts; one count at a time for all instances.
   * `datee`: who asks shows its age, and would rather have a heavy one at once than wait for the new one.
   */
  get(
    vue: { depart: Date; now: Date; datee: boolean },
    make: () => Promise<ContenuPrevision>
  ): Promise<PrevisionGardee>;
}
