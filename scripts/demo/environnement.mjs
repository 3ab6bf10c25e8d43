import path from 'node:path';
import { TMP } from '../lib/root.mjs';
import { readSecrets } from '../lib/secrets.mjs';

export const JOURNAL_SMS = path.join(TMP, 'demo', 'sms.jsonl');

/**
 * Every setting the application reads, chosen here: neither the shell nor a `.env` may send the demo's
 * messages to a real operator.
 */
export function describeEnvironnement({
  databaseUrl,
  smtpPort,
  port = 0,
  journalSms = JOURNAL_SMS,
}) {
  return {
    ...readSecrets(),
    NODE_ENV: 'production',
    TZ: 'UTC',
    ENV_PATH: path.join(TMP, 'aucun.env'),
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_EE: 'true',
    LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
    HOST: process.env.HOST || '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    TRUST_PROXY: 'false',
    SMS_MAILING_ZONE: 'Europe/Paris',
    SMS_MAILING_HEURE: '19:00',
    SMS_MAILING_ROLE: 'all',
    SMS_MAILING_SCHEDULER: 'off',
    SMS_MAILING_BASE: 'essai',
    ...describeCourrier(smtpPort),
    SMS_FOURNISSEUR: 'journal',
    SMS_EXPEDITEUR: 'BGE',
    SMS_URL_BASE: '',
    SMS_COMPTE: '',
    SMS_LOGIN: '',
    SMS_MOT_DE_PASSE: '',
    TWILIO_ACCOUNT_SID: '',
    TWILIO_AUTH_TOKEN: '',
    TWILIO_MESSAGING_SERVICE_SID: '',
    SMS_JOURNAL: journalSms,
  };
}

function describeCourrier(smtpPort) {
  return {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtpPort),
    SMTP_SECURE: 'false',
    SMTP_REQUIRE_TLS: 'false',
    SMTP_USER: '',
    SMTP_PASSWORD: '',
    SMTP_EXPEDITEUR: 'BGE Démonstration <ne-pas-repondre@bge-demo.test>',
    SMTP_REPONDRE_A: '',
    DKIM_CLE_PRIVEE: '',
  };
}
