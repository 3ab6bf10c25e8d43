import type { Details } from './blancs-phrase';
import { RegleError } from './errors';
import type { Perimetre } from './perimetre';
import { PHRASES_REGLE } from './phrases-regle';

/** Every rule that a user can meet; `new RegleError('modele-utilise' satisfies CleRegle)` checks the spelling. */
export type CleRegle = keyof typeof PHRASES_REGLE;

/** Someone saved meanwhile: what was typed is kept, and reloading is offered. */
export function isModifieEntretemps(cle: unknown): boolean {
  return typeof cle === 'string' && cle.endsWith('-entretemps');
}

export const CLES_REGLE = Object.keys(PHRASES_REGLE) as readonly CleRegle[];

export function isCleRegle(cle: string): cle is CleRegle {
  return Object.hasOwn(PHRASES_REGLE, cle);
}

/** The French sentence of a RegleError. A key nobody wrote a sentence for still says something usable. */
export function phraseRegle(cle: string, details: Details = {}): string {
  return isCleRegle(cle)
    ? PHRASES_REGLE[cle](details)
    : `Cette opération n’est pas permise (${cle}) : contactez l’administrateur.`;
}

/** The guide says no: answered 400 with the sentence of the rule. */
export function refuse(regle: CleRegle, details: Details = {}): never {
  throw new RegleError(regle, details);
}

/**
 * A fiche that is not found. Who sees every fiche is told that there is none; whoever sees some never learns whether it
 * is there.
 */
export function refuseFiche(
  { genre }: Perimetre,
  absente: 'fiche-introuvable' | 'action-introuvable' = 'fiche-introuvable'
): never {
  refuse(genre === 'tout' ? absente : 'hors-perimetre');
}
