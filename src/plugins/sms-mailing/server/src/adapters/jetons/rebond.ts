import type { SigneRetour } from '../../services/ports/rebonds';
import type { Cles } from './cles';
import { createJetonCourt, readJetonCourt } from './court';

const USAGE = 'rebond';

/** What makes a returned message recognisable, and hard to forge: only who got the message knows its token. */
export function createSigneRetour(cles: Cles): SigneRetour {
  return {
    sign: (envoiId) => createJetonCourt(cles, USAGE, envoiId),
    read: (jeton) => readJetonCourt(cles, USAGE, jeton),
  };
}
