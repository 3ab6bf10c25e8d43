import { createHmac } from 'node:crypto';
import type { Cles } from './cles';
import { isSame } from './signature';

/** Read on a screen and typed on another: no capital, no letter that looks like a figure. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 65 bits, behind a brake or a mailbox: enough against guessing, short enough for an SMS or an address. */
const LONGUEUR = 13;

/** One writing only for one number: in hexadecimal, as SQL writes it, then its signature. */
const FORME = /^([1-9a-f][0-9a-f]{0,7})([0-9a-hjkmnp-tv-z]{13})$/;

function sign(cle: Buffer, usage: string, id: number): string {
  const octets = createHmac('sha256', cle)
    .update(`${usage}:${String(id)}`)
    .digest();
  return [...octets.subarray(0, LONGUEUR)].map((octet) => ALPHABET.charAt(octet % 32)).join('');
}

/** A number and its signature in 21 lower-case letters at most. `usage` is signed with it. */
export function createJetonCourt([courante]: Cles, usage: string, id: number): string {
  return `${id.toString(16)}${sign(courante, usage, id)}`;
}

/** The number that a token names, null when it was not made here for this use. */
export function readJetonCourt(cles: Cles, usage: string, jeton: string): number | null {
  const [, hexa, signature] = FORME.exec(jeton) ?? [];
  if (hexa === undefined || signature === undefined) {
    return null;
  }
  const id = Number.parseInt(hexa, 16);
  return cles.some((cle) => isSame(sign(cle, usage, id), signature)) ? id : null;
}
