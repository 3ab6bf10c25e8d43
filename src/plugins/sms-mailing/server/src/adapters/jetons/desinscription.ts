import type { Desinscription } from '../../services/ports/moteur';
import type { Cles } from './cles';
import { isSame, listSignatures } from './signature';

/** 96 bits: enough against guessing, short enough for the List-Unsubscribe header not to be folded. */
const LONGUEUR = 16;

/** One writing only for one envoi: lower case, no leading zero, nothing after. */
const FORME = /^([1-9a-z][0-9a-z]{0,9})\.([\w-]{16})$/;

function listJetons(cles: Cles, envoiId: number): [string, ...string[]] {
  return listSignatures(cles, `desinscription:${String(envoiId)}`, LONGUEUR);
}

/** The envoi a link names, null when it was not made here. */
export function readJetonDesinscription(cles: Cles, jeton: string): number | null {
  const [, id36, signature] = FORME.exec(jeton) ?? [];
  if (id36 === undefined || signature === undefined) {
    return null;
  }
  const envoiId = Number.parseInt(id36, 36);
  return listJetons(cles, envoiId).some((attendue) => isSame(attendue, signature)) ? envoiId : null;
}

export function createDesinscription(publicUrl: string, cles: Cles): Desinscription {
  return {
    adresse: `${publicUrl}/api/sms-mailing/d/`,
    lien: (envoiId, adresse) => `${adresse}${envoiId.toString(36)}.${listJetons(cles, envoiId)[0]}`,
  };
}
