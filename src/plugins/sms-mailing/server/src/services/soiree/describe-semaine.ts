import type { CompteSoir, LigneSemaine } from '../../../../core/api/soiree';
import type { Chrono } from '../ports/chrono';

/** As long as the page may make one wait. */
const PATIENCE_MS = 700;

/**
 * Counts evenings one after the other, since a large base counts each in its turn, for as long as one may wait. What is
 * not counted by then is said to be under way: the evening begun is finished behind, and who asks again finds it and
 * goes on from there.
 */
export function createSemaine(chrono: Chrono) {
  /** Why an evening that nobody waited for any more could not be counted: said to who asks next. */
  let echec: Error | null = null;

  function tellEchec(): void {
    const dite = echec;
    echec = null;
    if (dite !== null) {
      throw dite;
    }
  }

  return async function describeSemaine(
    soirs: readonly string[],
    count: (soir: string) => Promise<CompteSoir>
  ): Promise<LigneSemaine[]> {
    tellEchec();
    const fin = new AbortController();
    const comptes: CompteSoir[] = [];
    const compter = async (): Promise<void> => {
      for (const soir of soirs) {
        if (fin.signal.aborted) {
          return;
        }
        comptes.push(await count(soir));
      }
    };
    const tout = compter();
    tout.catch((erreur: unknown) => {
      if (fin.signal.aborted) {
        echec = erreur instanceof Error ? erreur : new Error(String(erreur));
      }
    });
    try {
      await Promise.race([tout, chrono.wait(PATIENCE_MS, fin.signal)]);
    } finally {
      fin.abort();
    }
    return soirs.map((soir, rang) => ({ soir, compte: comptes[rang] ?? null }));
  };
}
