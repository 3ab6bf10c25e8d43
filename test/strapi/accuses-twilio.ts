import type supertest from 'supertest';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { COMPTE, JETON } from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-twilio';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import type { EtatSms } from './envoi-sms';
import { anonymous } from './harness';

export const PUBLIC = 'https://sms.bge.test';

/** A base whose SMS leave by the Twilio of `url`. */
export function openBaseTwilio(url: string): Promise<BaseDuGuide> {
  return openBaseDuGuide('sms-administrateur', {
    PUBLIC_URL: PUBLIC,
    SMS_FOURNISSEUR: 'twilio',
    SMS_EXPEDITEUR: 'BGEARTOIS',
    SMS_URL_BASE: url,
    TWILIO_ACCOUNT_SID: COMPTE,
    TWILIO_AUTH_TOKEN: JETON,
  });
}

/** Twilio's own words about this SMS, signed, that anyone who kept them may send again. */
export function reportTwilio(
  { app }: BaseDuGuide,
  envoi: EtatSms,
  corps: Record<string, string>,
  jeton = JETON
): supertest.Test {
  const chemin = `/api/sms-mailing/suivi/twilio?${new URLSearchParams({ cle: envoi.cle }).toString()}`;
  const formulaire = { MessageSid: envoi.reference ?? '', To: envoi.adresse, ...corps };
  return anonymous(app)
    .post(chemin)
    .set('X-Twilio-Signature', getExpectedTwilioSignature(jeton, `${PUBLIC}${chemin}`, formulaire))
    .type('form')
    .send(formulaire);
}
