import { createHmac } from 'node:crypto';
import type { Cles } from './cles';
import { isSame } from './signature';

/** Read on a screen and typed on another: no capital, no letter that looks like a figure. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 65 bits, behind a brake: enough against guessing, short enough for an SMS. */
const LONGUEUR = 13;

/** One writing only for one participation; its number in hexadecimal, as SQL writes it, then its signature. */
const FORME = /^([1-9a-f][0-9a-f]{0,7})([0-9a-hjkmnp-tv-z]{13})$/;

/** What SQL writes in place of a signature: the alphabet has no « l », so that it opens nothing. */
export const SANS_SIGNATURE = 'exempleexempl';

function sign(cle: Buffer, participationId: number): string {
  const octets = createHmac('sha256', cle)
    .update(`reponse:${String(participationId)}`)
    .digest();
  return [...octets.subarray(0, LONGUEUR)].map((octet) => ALPHABET.charAt(octet % 32)).join('');
}

export function createJetonReponse([courante]: Cles, participationId: number): string {
  return `${participationId.toString(16)}${sign(courante, participationId)}`;
}

/** The participation a link names, null when it was not made here. */
export function readJetonReponse(cles: Cles, jeton: string): number | null {
  const [, hexa, signature] = FORME.exec(jeton) ?? [];
  if (hexa === undefined || signature === undefined) {
    return null;
  }
  const id = Number.parseInt(hexa, 16);
  return cles.some((cle) => isSame(sign(cle, id), signature)) ? id : null;
}

/** A value as SQL gives it, for the person herself: a preview or an example keeps the one that opens nothing. */
export function signJeton(cles: Cles, brut: string): string {
  const hexa = brut.slice(0, -SANS_SIGNATURE.length);
  return brut.endsWith(SANS_SIGNATURE) ? createJetonReponse(cles, Number.parseInt(hexa, 16)) : brut;
}
