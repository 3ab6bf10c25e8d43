/** Beyond, some are forgotten: a flood from everywhere must not fill the memory. */
const MAX_SOURCES = 100_000;

interface Reglages {
  max: number;
  fenetreMs: number;
}

/** Counts the faults of each source over a while, on this instance. */
export interface Frein {
  /** One more fault; true when this source has made too many. */
  note(source: string, now: number): boolean;
  /** This source has made too many already. */
  isSerre(source: string, now: number): boolean;
  forgive(source: string): void;
}

interface Compte {
  debut: number;
  fautes: number;
}

/** The oldest with a single fault, else the oldest: whoever insists is not forgotten behind a crowd. */
function forgetOne(sources: Map<string, Compte>): void {
  let oubliee = sources.keys().next().value;
  for (const [source, { fautes }] of sources) {
    if (fautes === 1) {
      oubliee = source;
      break;
    }
  }
  if (oubliee !== undefined) {
    sources.delete(oubliee);
  }
}

export function createFrein({ max, fenetreMs }: Reglages): Frein {
  const sources = new Map<string, Compte>();
  const find = (source: string, now: number): Compte | null => {
    const connue = sources.get(source);
    return connue !== undefined && now - connue.debut < fenetreMs ? connue : null;
  };
  return {
    isSerre: (source, now) => (find(source, now)?.fautes ?? 0) > max,
    note(source, now): boolean {
      const connue = find(source, now);
      if (connue !== null) {
        connue.fautes += 1;
        return connue.fautes > max;
      }
      sources.delete(source);
      if (sources.size >= MAX_SOURCES) {
        forgetOne(sources);
      }
      sources.set(source, { debut: now, fautes: 1 });
      return false;
    },
    forgive(source): void {
      sources.delete(source);
    },
  };
}
