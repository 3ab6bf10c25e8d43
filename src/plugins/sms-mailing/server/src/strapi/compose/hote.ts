import type { Knex } from 'knex';
import type { ClientConfig } from 'pg';
import type { Transports } from '../../services/envois/transports';
import type { MailSender } from '../../services/ports/mail';
import type { Clock, Journal } from '../../services/ports/moteur';
import type { Chiffrement } from '../../services/ports/parametres';
import type { ReglagesModule } from './reglages-module';

/** Where the module runs: Strapi, or a bare process that only delivers (benches, crash tests). */
export interface Hote {
  knex: Knex;
  /** For the connection that listens. */
  connexion: ClientConfig;
  reglages: ReglagesModule;
  /** Null: our own pool, from `reglages.mail.transport`. */
  mail: MailSender | null;
  /** What outlives a change of settings; null: opened for this application alone. */
  transports: Transports | null;
  clock: Clock;
  journal: Journal;
  /** Key of the installation: signs links, fingerprints, addresses of reports. */
  secret: string;
  /** Keys of the installation before it, still recognised. */
  secretsPrecedents?: readonly string[];
  chiffrement: Chiffrement;
}
