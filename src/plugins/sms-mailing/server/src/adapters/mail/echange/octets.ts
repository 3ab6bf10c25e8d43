import { TransportError } from '../../../../../core/errors';

const CR = 13;
const LF = 10;
const POINT = 46;

/** What a chunk says to its neighbours; null: it holds what must never reach the wire. */
type Bords = { readonly pointEnTete: boolean; readonly finDeLigne: boolean } | null;

/** The chunks after the first are shared by a whole version: looked at once. */
const connus = new WeakMap<Uint8Array, Bords>();

/**
 * No line begins with a dot, no CR nor LF stands alone: whatever a value holds, the server sees one message and
 * its own final dot (SMTP smuggling). Throws TransportError `refuse`; nothing of such a message is written.
 */
export function checkOctets(morceaux: readonly Uint8Array[]): void {
  let debutDeLigne = true;
  morceaux.forEach((morceau, rang) => {
    if (morceau.length === 0) return;
    const bords = rang === 0 ? inspect(morceau) : inspectOnce(morceau);
    if (bords === null || (bords.pointEnTete && debutDeLigne)) {
      throw new TransportError(
        'refuse',
        'Le message contient des caractères qui couperaient son envoi : vérifiez le modèle, puis prévenez l’administrateur.',
        { code: 'contenu_dangereux' }
      );
    }
    debutDeLigne = bords.finDeLigne;
  });
}

function inspectOnce(morceau: Uint8Array): Bords {
  const connu = connus.get(morceau);
  if (connu !== undefined) return connu;
  const bords = inspect(morceau);
  connus.set(morceau, bords);
  return bords;
}

function inspect(morceau: Uint8Array): Bords {
  for (let i = 0; i < morceau.length; i++) {
    const octet = morceau[i] as number;
    if (octet > POINT) continue;
    if (octet === LF && morceau[i - 1] !== CR) return null;
    if (octet === CR && morceau[i + 1] !== LF) return null;
    if (octet === POINT && morceau[i - 1] === LF) return null;
  }
  return { pointEnTete: morceau[0] === POINT, finDeLigne: morceau.at(-1) === LF };
}
