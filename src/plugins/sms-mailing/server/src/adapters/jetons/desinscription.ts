import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Desinscription } from '../../services/ports/moteur';

/** 96 bits: enough against guessing, short enough for the List-Unsubscribe header not to be folded. */
const LONGUEUR = 16;

function sign(secret: string, envoiId: number): string {
  return createHmac('sha256', secret)
    .update(`desinscription:${String(envoiId)}`)
    .digest('base64url')
    .slice(0, LONGUEUR);
}

/** The envoi a link names, null when it was not made here. */
export function readJetonDesinscription(secret: string, jeton: string): number | null {
  const [id36 = '', signature = ''] = jeton.split('.');
  const envoiId = Number.parseInt(id36, 36);
  if (!Number.isSafeInteger(envoiId) || signature.length !== LONGUEUR) {
    return null;
  }
  const attendue = Buffer.from(sign(secret, envoiId));
  const recue = Buffer.from(signature);
  return recue.length === attendue.length && timingSafeEqual(recue, attendue) ? envoiId : null;
}

export function createDesinscription(publicUrl: string, secret: string): Desinscription {
  return {
    adresse: `${publicUrl}/api/sms-mailing/d/`,
    lien: (envoiId, adresse) => `${adresse}${envoiId.toString(36)}.${sign(secret, envoiId)}`,
  };
}
