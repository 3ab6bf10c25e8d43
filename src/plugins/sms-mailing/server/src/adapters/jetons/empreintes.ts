import { randomInt } from 'node:crypto';
import type { Empreintes } from '../../services/ports/parametres';
import type { Cles } from './cles';
import { listSignatures } from './signature';

const CHIFFRES = 6;
/** A whole SHA-256 in base64url. */
const LONGUEUR = 43;

/** Keyed by the installation: an empreinte in a dump of the database says nothing of a password. */
export function createEmpreintes(cles: Cles): Empreintes {
  const list = (texte: string): [string, ...string[]] =>
    listSignatures(cles, `empreinte:${texte}`, LONGUEUR);
  return {
    of: (texte) => list(texte)[0],
    toutes: list,
    drawCode: () => String(randomInt(10 ** CHIFFRES)).padStart(CHIFFRES, '0'),
  };
}
