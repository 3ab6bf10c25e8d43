import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What the address of delivery reports ends with, for operators that sign nothing: derived from the key of
 * the installation, hence the same on every instance, and stored nowhere.
 */
export function deriveSecretSuivi(cle: string, fournisseur: string): string {
  return createHmac('sha256', cle).update(`suivi:${fournisseur}`).digest('base64url').slice(0, 32);
}

/** In constant time, whatever is received. */
export function isSecretSuivi(attendu: string | null, recu: string): boolean {
  const a = Buffer.from(attendu ?? '');
  const b = Buffer.from(recu);
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}
