import type { Core } from '@strapi/strapi';

interface Dialect {
  initialize(connexion: unknown): Promise<void>;
}

/**
 * A connection that PostgreSQL cuts (a restart, a switch to its replica) is an error of who was using it, never the end
 * of a server that may have messages on the wire. Strapi waits for nobody where it prepares a new connection and where
 * it reads a fiche again after its write: either would end the process. Answers how to take this back.
 */
export function outliveDatabase({ db, log }: Core.Strapi): () => void {
  const note = (raison: unknown): void => {
    log.error(raison instanceof Error ? (raison.stack ?? raison.message) : String(raison));
  };
  const dialect = db.dialect as unknown as Dialect;
  const initialize = dialect.initialize.bind(dialect);
  // The pool hears of it by what the connection is asked next (config/database.ts), and makes another.
  dialect.initialize = (connexion) => initialize(connexion).catch(note);
  process.on('unhandledRejection', note);
  return () => process.removeListener('unhandledRejection', note);
}
