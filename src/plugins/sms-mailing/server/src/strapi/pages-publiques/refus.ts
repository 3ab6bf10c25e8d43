import { createFrein } from '../frein';
import type { PagePublique } from './page';

/** Unknown links from one address, before it is asked to wait. */
const PAR_MINUTE = { max: 30, fenetreMs: 60_000 };

export const TROP_DE_DEMANDES: PagePublique = {
  titre: 'Un instant',
  corps: '<p>Trop de demandes sont arrivées d’ici : réessayez dans quelques minutes.</p>',
};

/** What a link that was not made here answers; who guesses is slowed down. */
export function createRefus(inconnue: PagePublique): (ip: string) => [number, PagePublique] {
  const inconnus = createFrein(PAR_MINUTE);
  return (ip) => (inconnus.note(ip, performance.now()) ? [429, TROP_DE_DEMANDES] : [404, inconnue]);
}
