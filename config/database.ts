import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

function readConnection(env: Env) {
  const ssl = env.bool('DATABASE_SSL', false)
    ? { rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true) }
    : false;
  const schema = env('DATABASE_SCHEMA', 'public');
  const connectionString = env('DATABASE_URL');

  return connectionString
    ? { connectionString, ssl, schema }
    : {
        host: env('DATABASE_HOST', '127.0.0.1'),
        port: env.int('DATABASE_PORT', 5432),
        database: env('DATABASE_NAME', 'sms_mailing'),
        user: env('DATABASE_USERNAME', 'sms_mailing'),
        password: env('DATABASE_PASSWORD', ''),
        ssl,
        schema,
      };
}

interface ConnexionNative {
  query(sql: string, fini: (erreur: Error | null) => void): void;
}

/**
 * What the ledger says has left must outlive a power cut, whatever the server's own setting (ADR 5); a server that
 * waits for its replicas as well is left to it.
 */
const DURABLE = `
  SELECT set_config('synchronous_commit', 'on', false)
   WHERE current_setting('synchronous_commit') IN ('off', 'local')`;

function makeDurable(
  connexion: ConnexionNative,
  fini: (erreur: Error | null, connexion: ConnexionNative) => void
): void {
  connexion.query(DURABLE, (erreur) => fini(erreur, connexion));
}

/** PostgreSQL only: the queue of envois relies on its locks, views and partial indexes (ADR 3). */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  connection: {
    client: 'postgres',
    connection: readConnection(env),
    // Each concurrent Document Service call holds one connection, so does each envoi being sent.
    pool: {
      min: env.int('DATABASE_POOL_MIN', 0),
      max: env.int('DATABASE_POOL_MAX', 20),
      afterCreate: makeDurable,
    },
    acquireConnectionTimeout: env.int('DATABASE_ACQUIRE_TIMEOUT', 60_000),
  },
  settings: { useTypescriptMigrations: true },
});
