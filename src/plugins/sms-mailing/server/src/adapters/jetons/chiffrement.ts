import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Chiffrement } from '../../services/ports/parametres';
import type { Cles } from './cles';

const ALGORITHME = 'aes-256-gcm';
const VERSION = 'v1';
const IV = 12;

function encrypt(cle: Buffer, clair: string, lien: string): string {
  const iv = randomBytes(IV);
  const chiffreur = createCipheriv(ALGORITHME, cle, iv).setAAD(Buffer.from(lien));
  const corps = Buffer.concat([chiffreur.update(clair, 'utf8'), chiffreur.final()]);
  const pieces = [iv, corps, chiffreur.getAuthTag()].map((piece) => piece.toString('hex'));
  return [VERSION, ...pieces].join(':');
}

const FORME = /^v1:([0-9a-f]{24,32}):([0-9a-f]+):([0-9a-f]{32})$/;

/** Null: another key, another lien, or something else altogether. */
function decrypt(cle: Buffer, chiffre: string, lien: string | null): string | null {
  const [, iv, corps, marque] = FORME.exec(chiffre) ?? [];
  if (iv === undefined || corps === undefined || marque === undefined) {
    return null;
  }
  const dechiffreur = createDecipheriv(ALGORITHME, cle, Buffer.from(iv, 'hex'), {
    authTagLength: 16,
  });
  dechiffreur.setAuthTag(Buffer.from(marque, 'hex'));
  if (lien !== null) {
    dechiffreur.setAAD(Buffer.from(lien));
  }
  try {
    return dechiffreur.update(corps, 'hex', 'utf8') + dechiffreur.final('utf8');
  } catch {
    return null;
  }
}

function firstOf<Cle>(cles: readonly Cle[], lire: (cle: Cle) => string | null): string | null {
  for (const cle of cles) {
    const lu = lire(cle);
    if (lu !== null) return lu;
  }
  return null;
}

/**
 * Secrets at rest, AES-256-GCM: the lien is authenticated with them, so that one moved to another account does
 * not open. `maitres`: what Strapi's own encryption, which bound nothing, was keyed with.
 */
export function createChiffrement(cles: Cles, maitres: readonly string[]): Chiffrement {
  const [courante] = cles;
  return {
    encrypt: (clair, lien) => encrypt(courante, clair, lien),
    decrypt: (chiffre, lien) => firstOf(cles, (cle) => decrypt(cle, chiffre, lien)),
    isCourant: (chiffre, lien) => decrypt(courante, chiffre, lien) !== null,
    decryptSansLien: (chiffre) =>
      firstOf(maitres, (maitre) =>
        decrypt(createHash('sha256').update(maitre).digest(), chiffre, null)
      ),
  };
}
