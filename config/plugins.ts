import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** Of all commands, this one listens like the application, beside it and on its base: it delivers nothing. */
function isConsole(): boolean {
  return process.argv.slice(2).find((mot) => !mot.startsWith('-')) === 'console';
}

/** The module's settings that come with the machine; everything a gestionnaire chooses is in the panel. */
function readSmsMailing(env: Env) {
  return {
    base: env('SMS_MAILING_BASE', 'reelle'),
    zone: env('SMS_MAILING_ZONE', 'Europe/Paris'),
    heure: env('SMS_MAILING_HEURE', '19:00'),
    scheduler: isConsole() ? 'off' : env('SMS_MAILING_SCHEDULER', 'on'),
    role: env('SMS_MAILING_ROLE', 'all'),
    fenetre: env.int('SMS_MAILING_FENETRE', 100),
    bailSecondes: env.int('SMS_MAILING_BAIL', 30),
    // Paths are added to it: a final slash would double.
    publicUrl: env('PUBLIC_URL', 'http://localhost:1337').replace(/\/+$/, ''),
    clesPrecedentes: env.array('ENCRYPTION_KEY_PRECEDENTE', []).filter(Boolean),
    mail: { ...readMail(env), echange: readEchange(env) },
    sms: {
      fournisseur: env('SMS_FOURNISSEUR', 'journal'),
      expediteur: env('SMS_EXPEDITEUR', ''),
      compte: env('SMS_COMPTE', ''),
      login: env('SMS_LOGIN', ''),
      motDePasse: env('SMS_MOT_DE_PASSE', ''),
      urlBase: env('SMS_URL_BASE', ''),
      reseauLocal: env.array('SMS_RESEAU_LOCAL', []).filter(Boolean),
      journal: env('SMS_JOURNAL', '.tmp/sms.jsonl'),
      twilio: {
        accountSid: env('TWILIO_ACCOUNT_SID', ''),
        authToken: env('TWILIO_AUTH_TOKEN', ''),
        messagingServiceSid: env('TWILIO_MESSAGING_SERVICE_SID', ''),
      },
    },
  };
}

/** One reading of the SMTP_* settings, for the module's own transport and for Strapi's. */
function readMail(env: Env) {
  const user = env('SMTP_USER', '');
  const privateKey = env('DKIM_CLE_PRIVEE', '').replaceAll('\\n', '\n');

  return {
    expediteur: env('SMTP_EXPEDITEUR', 'Association <ne-pas-repondre@exemple.fr>'),
    repondreA: env('SMTP_REPONDRE_A', ''),
    transport: {
      host: env('SMTP_HOST', '127.0.0.1'),
      port: env.int('SMTP_PORT', 1025),
      secure: env.bool('SMTP_SECURE', false),
      requireTLS: env.bool('SMTP_REQUIRE_TLS', false),
      pool: true,
      maxConnections: env.int('SMTP_MAX_CONNECTIONS', 5),
      maxMessages: env.int('SMTP_MAX_MESSAGES', 1_000_000),
      ...(user ? { auth: { user, pass: env('SMTP_PASSWORD', '') } } : {}),
      ...(privateKey
        ? {
            dkim: {
              domainName: env('DKIM_DOMAINE', ''),
              keySelector: env('DKIM_SELECTEUR', ''),
              privateKey,
            },
          }
        : {}),
    },
  };
}

/** How the module speaks SMTP, beyond what nodemailer has an option for. */
function readEchange(env: Env) {
  return {
    pipelining: env.bool('SMTP_PIPELINING', true),
    attenteSecondes: env.int('SMTP_ATTENTE', 120),
    attentePointSecondes: env.int('SMTP_ATTENTE_POINT_FINAL', 600),
  };
}

/** Uploads share the panel's origin: whatever a browser would run there is refused. */
const TYPES_REFUSES = [
  'text/html',
  'application/xhtml+xml',
  'image/svg+xml',
  'text/javascript',
  'application/javascript',
  'application/x-msdownload',
  'application/x-msdos-program',
  'application/vnd.microsoft.portable-executable',
  'application/x-executable',
  'application/x-sh',
  'application/x-php',
];

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => {
  const mail = readMail(env);

  return {
    'sms-mailing': {
      enabled: true,
      resolve: './src/plugins/sms-mailing',
      config: readSmsMailing(env),
    },
    email: {
      config: {
        provider: 'nodemailer',
        providerOptions: mail.transport,
        settings: {
          defaultFrom: mail.expediteur,
          defaultReplyTo: mail.repondreA || mail.expediteur,
        },
      },
    },
    upload: {
      config: {
        sizeLimit: 10 * 1024 * 1024,
        security: { deniedTypes: TYPES_REFUSES },
      },
    },
    'users-permissions': {
      config: {
        jwtSecret: env('JWT_SECRET', ''),
        jwtManagement: 'refresh',
        sessions: { httpOnly: true },
      },
    },
  };
};
