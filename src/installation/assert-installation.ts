import type { Core } from '@strapi/strapi';

const SECRETS = {
  APP_KEYS: 'server.app.keys',
  ADMIN_JWT_SECRET: 'admin.auth.secret',
  API_TOKEN_SALT: 'admin.apiToken.salt',
  TRANSFER_TOKEN_SALT: 'admin.transfer.token.salt',
  ENCRYPTION_KEY: 'admin.secrets.encryptionKey',
  JWT_SECRET: 'plugin::users-permissions.jwtSecret',
} as const;

/** Refuses to start on an installation that would run, but wrongly or without protection. */
export function assertInstallation(strapi: Core.Strapi): void {
  assertZone();
  assertPlugin(strapi);
  assertSecrets(strapi);
}

/** Datetimes are stored in the process's zone: two processes in two zones would read two hours apart. */
function assertZone(): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (process.env.TZ !== 'UTC' || zone !== 'UTC') {
    throw new Error(
      `L'application doit tourner en temps universel, or le fuseau est « ${zone} ». Lancez-la avec TZ=UTC.`
    );
  }
}

/** A wrong `./strapi-server` export drops the plugin without a word. */
function assertPlugin(strapi: Core.Strapi): void {
  const plugin = strapi.plugin('sms-mailing') as Core.Plugin | undefined;
  if (!plugin) {
    throw new Error(
      'Le module sms-mailing est absent. Compilez le serveur (npm run build), puis relancez.'
    );
  }
}

function assertSecrets(strapi: Core.Strapi): void {
  const missing = Object.entries(SECRETS)
    .filter(([, path]) => isEmpty(strapi.config.get(path)))
    .map(([name]) => name);
  if (missing.length > 0) {
    throw new Error(
      `Il manque des secrets : ${missing.join(', ')}. Donnez-les par l'environnement ou dans le fichier .env ` +
        '(modèle : .env.example) ; chacun se tire avec « openssl rand -base64 32 ».'
    );
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.filter(Boolean).length === 0 : !value;
}
