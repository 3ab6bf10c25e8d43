import type { Cles } from './cles';
import { createJetonCourt, readJetonCourt } from './court';

const USAGE = 'reponse';

/** What SQL writes in place of a signature: the alphabet has no « l », so that it opens nothing. */
export const SANS_SIGNATURE = 'exempleexempl';

export function createJetonReponse(cles: Cles, participationId: number): string {
  return createJetonCourt(cles, USAGE, participationId);
}

/** The participation a link names, null when it was not made here. */
export function readJetonReponse(cles: Cles, jeton: string): number | null {
  return readJetonCourt(cles, USAGE, jeton);
}

/** A value as SQL gives it, for the person herself: a preview or an example keeps the one that opens nothing. */
export function signJeton(cles: Cles, brut: string): string {
  const hexa = brut.slice(0, -SANS_SIGNATURE.length);
  return brut.endsWith(SANS_SIGNATURE) ? createJetonReponse(cles, Number.parseInt(hexa, 16)) : brut;
}
