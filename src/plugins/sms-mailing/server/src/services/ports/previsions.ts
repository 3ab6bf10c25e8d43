import type { ContenuPrevision } from '../../../../core/prevision';

/** A forecast, as it was counted; `perimee`: something was written since. */
export interface PrevisionGardee {
  contenu: ContenuPrevision;
  /** ISO 8601. */
  calculeeLe: string;
  perimee: boolean;
}

/** Decision G13. What is shown comes from here; what is confirmed or executed never does. */
export interface PrevisionStore {
  /** The one kept for this evening while it holds, else what `make` counts; one count at a time for all instances. */
  get(
    vue: { depart: Date; now: Date },
    make: () => Promise<ContenuPrevision>
  ): Promise<PrevisionGardee>;
}
