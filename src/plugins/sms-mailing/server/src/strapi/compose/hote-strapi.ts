import type { Core } from '@strapi/strapi';
import type { ClientConfig } from 'pg';
import type { Clock } from '../../services/ports/moteur';
import { openReseau, type Hote } from './hote';
import { createMail, isSmtp } from './mail';
import type { ReglagesModule } from './reglages-module';
import { openTransports, PAR_CONNEXION } from './transports';

/** Strapi as the module's host. */
export function describeHote(strapi: Core.Strapi, clock: Clock): Hote {
  const reglages = strapi.config.get<ReglagesModule>('plugin::sms-mailing');
  return {
    knex: strapi.db.connection,
    connexion: strapi.config.get<ClientConfig>('database.connection.connection'),
    reglages,
    mail: createMail(strapi, reglages),
    transports: openTransports(reglages, isSmtp(strapi, reglages) ? PAR_CONNEXION : 1),
    reseau: openReseau(reglages),
    clock,
    journal: strapi.log,
    secret: strapi.config.get<string>('admin.secrets.encryptionKey'),
    secretsPrecedents: reglages.clesPrecedentes,
  };
}
