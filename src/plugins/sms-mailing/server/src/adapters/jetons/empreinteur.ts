import { createHash, createHmac } from 'node:crypto';
import type { Empreinteur } from '../../services/ports/calculs';

/** How fingerprints were made before they had a key: whoever held an address could recognise it. */
function hashSimple(adresse: string): string {
  return createHash('sha256').update(`sms-mailing:${adresse}`).digest('hex');
}

const sign = (cle: Buffer, texte: string): string =>
  createHmac('sha256', cle).update(texte).digest('hex');

const nameCle = (cle: Buffer): string => sign(cle, 'cle').slice(0, 8);

/**
 * Fingerprints of addresses under the key of the installation. What is signed is the fingerprint without key,
 * so that those kept before the key are re-keyed from themselves, whether or not their address is known.
 * `precedentes`: keys once in force (ENCRYPTION_KEY_PRECEDENTE).
 */
export function createEmpreinteur(cle: Buffer, precedentes: readonly Buffer[] = []): Empreinteur {
  return {
    cle: nameCle(cle),
    clesPrecedentes: precedentes.map(nameCle),
    empreinte: (adresse) => sign(cle, hashSimple(adresse)),
    empreintesPrecedentes: (adresse) =>
      precedentes.map((precedente) => sign(precedente, hashSimple(adresse))),
    keySimple: (empreinte) => sign(cle, empreinte),
  };
}
