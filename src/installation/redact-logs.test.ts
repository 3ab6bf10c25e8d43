import { expect, it } from 'vitest';
import { redactSecrets } from './redact-logs';

it.each([
  [
    'GET /api/sms-mailing/d/1z.AbC-_x0123456789 (3 ms) 200',
    'GET /api/sms-mailing/d/••• (3 ms) 200',
  ],
  ['POST /API/SMS-Mailing/D/1z.AbC?x=1', 'POST /API/SMS-Mailing/D/•••?x=1'],
  [
    'GET /api/sms-mailing/suivi/ovh-http2sms/s3cr3t?id=1&ptt=4 (3 ms) 200',
    'GET /api/sms-mailing/suivi/ovh-http2sms/•••?id=1&ptt=4 (3 ms) 200',
  ],
  ['POST /api/sms-mailing/suivi/twilio?cle=e1', 'POST /api/sms-mailing/suivi/twilio?cle=e1'],
  ['{"Authorization":"Bearer abc.def.ghi","Host":"x"}', '{"Authorization":"•••","Host":"x"}'],
  ['authorization: Basic dXNlcjpwYXNz\r\nHost: x', 'authorization: •••\r\nHost: x'],
  ['refused Bearer abcdef.ghijkl', 'refused Bearer •••'],
  [
    'GET /admin/registration-info?registrationToken=abc (1 ms)',
    'GET /admin/registration-info?registrationToken=••• (1 ms)',
  ],
  ['GET /admin/auth/reset-password?code=abc&x=1', 'GET /admin/auth/reset-password?code=•••&x=1'],
  [
    'GET /api/auth/email-confirmation?confirmation=abc',
    'GET /api/auth/email-confirmation?confirmation=•••',
  ],
])('%s', (ligne, attendue) => {
  expect(redactSecrets(ligne)).toBe(attendue);
});

it('une ligne sans secret reste la même', () => {
  const ligne =
    'Envois : 12 partis, basic et simple, GET /sms-mailing/modeles?recherche=code (2 ms) 200';
  expect(redactSecrets(ligne)).toBe(ligne);
});
