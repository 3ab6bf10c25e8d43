const FENETRE_MS = 60_000;
/** Beyond, the oldest are forgotten: a flood from everywhere must not fill the memory. */
const MAX_SOURCES = 10_000;

/** Counts the faults of each source over a minute. */
export interface Frein {
  /** One more fault; true when this source has made too many. */
  note(source: string, now: number): boolean;
  /** This source has made too many already. */
  isSerre(source: string, now: number): boolean;
}

export function createFrein(max: number): Frein {
  const sources = new Map<string, { debut: number; fautes: number }>();
  return {
    isSerre(source, now): boolean {
      const connue = sources.get(source);
      return connue !== undefined && now - connue.debut < FENETRE_MS && connue.fautes > max;
    },
    note(source, now): boolean {
      const connue = sources.get(source);
      if (connue !== undefined && now - connue.debut < FENETRE_MS) {
        connue.fautes += 1;
        return connue.fautes > max;
      }
      sources.delete(source);
      const plusAncienne = sources.keys().next();
      if (sources.size >= MAX_SOURCES && plusAncienne.done !== true) {
        sources.delete(plusAncienne.value);
      }
      sources.set(source, { debut: now, fautes: 1 });
      return false;
    },
  };
}
