import type { Core } from '@strapi/strapi';
import type { ClientConfig } from 'pg';
import { createHorloge, HORLOGE_DONNEE } from '../../adapters/sql/horloge';
import type { Clock } from '../../services/ports/moteur';
import { openReseau, type Hote } from './hote';
import { createMail, isSmtp } from './mail';
import type { ReglagesModule } from './reglages-module';
import { openTransports, PAR_CONNEXION } from './transports';

/** Strapi as the module's host. `deplacee`: the clock that a test or the demo puts in the place of the machine's. */
export function describeHote(strapi: Core.Strapi, deplacee: () => Clock | null): Hote {
  const reglages = strapi.config.get<ReglagesModule>('plugin::sms-mailing');
  const knex = strapi.db.connection;
  const horloge = createHorloge(knex, Date.now);
  return {
    knex,
    connexion: strapi.config.get<ClientConfig>('database.connection.connection'),
    reglages,
    mail: createMail(strapi, reglages),
    transports: openTransports(reglages, isSmtp(strapi, reglages) ? PAR_CONNEXION : 1),
    reseau: openReseau(reglages),
    clock: () => (deplacee() ?? (() => new Date()))(),
    horloge: {
      check: () => (deplacee() === null ? horloge.check() : HORLOGE_DONNEE.check()),
      get alerte() {
        return deplacee() === null ? horloge.alerte : HORLOGE_DONNEE.alerte;
      },
    },
    journal: strapi.log,
    secret: strapi.config.get<string>('admin.secrets.encryptionKey'),
    secretsPrecedents: reglages.clesPrecedentes,
  };
}
