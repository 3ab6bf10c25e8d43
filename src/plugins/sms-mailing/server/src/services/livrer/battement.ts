import type { OuvrierStore } from '../ports/envois';
import type { Chrono } from '../ports/chrono';

/** The heartbeat of one worker, and what it may conclude from it. */
export interface Battement {
  readonly ouvrier: string;
  beat(): Promise<void>;
  /** Grows each time it was silent too long: what was marked under another may be in other hands. */
  readonly vie: number;
  /**
   * False when the others may soon take this worker for dead: whatever froze it, it hands nothing over any
   * more, as its envois may be in other hands.
   */
  isVivant(): boolean;
}

interface Deps {
  ouvriers: Pick<OuvrierStore, 'beat'>;
  chrono: Pick<Chrono, 'elapsed'>;
  /** A worker silent for longer is presumed dead by the others. */
  bailMs: number;
  /** What a gestionnaire should know, shown while it holds. */
  alerte: () => string | null;
}

/** Stops itself well before the others conclude. */
const PRUDENCE = 2 / 3;

export function createBattement(deps: Deps, ouvrier: string): Battement {
  let dernier = Number.NEGATIVE_INFINITY;
  let vie = 0;
  let enCours: Promise<void> | null = null;
  async function beatOnce(): Promise<void> {
    // Counted from before the question: the answer may have travelled long.
    const debut = deps.chrono.elapsed();
    vie += isVivant() ? 0 : 1;
    await deps.ouvriers.beat(ouvrier, deps.alerte());
    dernier = Math.max(dernier, debut);
  }
  const isVivant = (): boolean => deps.chrono.elapsed() - dernier < deps.bailMs * PRUDENCE;
  return {
    ouvrier,
    get vie() {
      return vie;
    },
    // Asked again while one is on its way, it is that one: they never pile up behind a slow database.
    async beat(): Promise<void> {
      enCours ??= beatOnce().finally(() => {
        enCours = null;
      });
      await enCours;
    },
    isVivant,
  };
}
