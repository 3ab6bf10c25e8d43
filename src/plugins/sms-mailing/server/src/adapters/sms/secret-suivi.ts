import type { Cles } from '../jetons/cles';
import { isSame, listSignatures } from '../jetons/signature';

const LONGUEUR = 32;

/**
 * What the address of delivery reports ends with, for operators that sign nothing: derived from the key of
 * the installation, hence the same on every instance, and stored nowhere. The first one is shown; the others
 * are those of an address declared before the key changed.
 */
export function deriveSecretsSuivi(cles: Cles, fournisseur: string): [string, ...string[]] {
  return listSignatures(cles, `suivi:${fournisseur}`, LONGUEUR);
}

export function isSecretSuivi(attendus: readonly string[], recu: string): boolean {
  return attendus.some((attendu) => isSame(attendu, recu));
}
