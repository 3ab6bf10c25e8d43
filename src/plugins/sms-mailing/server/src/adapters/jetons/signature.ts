import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Cles } from './cles';

function sign(cle: Buffer, texte: string): string {
  return createHmac('sha256', cle).update(texte).digest('base64url');
}

/** In constant time, whatever is received. */
export function isSame(attendu: string, recu: string): boolean {
  const a = Buffer.from(attendu);
  const b = Buffer.from(recu);
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

/** What this text is signed, cut to `longueur`, under each key that is still recognised. */
export function listSignatures(cles: Cles, texte: string, longueur: number): [string, ...string[]] {
  const [courante, ...autres] = cles;
  const signer = (cle: Buffer): string => sign(cle, texte).slice(0, longueur);
  return [signer(courante), ...autres.map(signer)];
}
