import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import type { AccueilSuivi, AnnonceSuivi, RequeteSuivi, SuiviSms } from '../../services/ports/sms';
import { isOpposition } from './erreur-twilio';

const STATUTS: Readonly<Record<string, SuiviSms['statut']>> = {
  accepted: 'envoye',
  scheduled: 'envoye',
  queued: 'envoye',
  sending: 'envoye',
  sent: 'envoye',
  delivered: 'remis',
  read: 'remis',
  undelivered: 'echec',
  failed: 'echec',
  canceled: 'echec',
};

/** Base64 of an HMAC-SHA1. */
const SIGNATURE = /^[A-Za-z0-9+/]{27}=$/;

/** The signature covers the body: all that can be said before is whether there is one. */
export function admitSuiviTwilio({ methode, entetes }: AnnonceSuivi): AccueilSuivi {
  if (methode !== 'POST') return 'inconnu';
  return SIGNATURE.test(entetes['x-twilio-signature'] ?? '') ? 'admis' : 'refuse';
}

/**
 * A delivery report; null when Twilio did not sign it. `url` must be the public one, scheme and query
 * included. Reports may come out of order: the caller never goes back from remis or echec.
 */
export function parseSuiviTwilio(
  authToken: string,
  { url, entetes, corps }: RequeteSuivi
): readonly SuiviSms[] | null {
  const signature = entetes['x-twilio-signature'];
  if (signature === undefined || !validateRequest(authToken, signature, url, corps)) return null;
  const reference = corps.MessageSid ?? '';
  const statut = STATUTS[corps.MessageStatus ?? ''];
  if (reference === '' || statut === undefined) return [];
  const code = corps.ErrorCode ?? '';
  return [
    {
      reference,
      cle: new URL(url).searchParams.get('cle'),
      statut,
      code: code === '' ? null : code,
      opposition: isOpposition(Number(code)),
      numero: corps.To ?? null,
    },
  ];
}
