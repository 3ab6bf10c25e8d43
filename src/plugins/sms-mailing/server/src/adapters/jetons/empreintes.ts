import { createHmac, randomInt } from 'node:crypto';
import type { Empreintes } from '../../services/ports/parametres';

const CHIFFRES = 6;

/** Keyed by the installation: an empreinte in a dump of the database says nothing of a password. */
export function createEmpreintes(secret: string): Empreintes {
  return {
    of: (texte) => createHmac('sha256', secret).update(`empreinte:${texte}`).digest('base64url'),
    drawCode: () => String(randomInt(10 ** CHIFFRES)).padStart(CHIFFRES, '0'),
  };
}
