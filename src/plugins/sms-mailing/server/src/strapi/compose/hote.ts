import type { Knex } from 'knex';
import type { ClientConfig } from 'pg';
import type { Transports } from '../../services/ports/transports';
import type { Horloge } from '../../services/ports/horloge';
import type { MailSender } from '../../services/ports/mail';
import type { Clock, Journal } from '../../services/ports/moteur';
import { createEmpreinteur } from '../../adapters/jetons/empreinteur';
import type { Empreinteur } from '../../services/ports/calculs';
import { deriveCle, listCles, type Cles, type UsageCle } from '../../adapters/jetons/cles';
import { createReseau, type Reseau } from '../../adapters/reseau/reseau';
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
  /** What requests described by a user leave through; left out: opened for this application alone. */
  reseau?: Reseau;
  clock: Clock;
  /** Left out: `clock` is right by definition. */
  horloge?: Horloge;
  journal: Journal;
  /** Key of the installation, from which the key of each use derives. */
  secret: string;
  /** Keys of the installation before it, still recognised. */
  secretsPrecedents?: readonly string[];
}

export function listClesDe(
  { secret, secretsPrecedents = [] }: Pick<Hote, 'secret' | 'secretsPrecedents'>,
  usage: UsageCle
): Cles {
  return listCles(secret, secretsPrecedents, usage);
}

/** Fingerprints of addresses under the key of the installation, and under those it had before. */
export function empreinteurOf({ secret, secretsPrecedents = [] }: Hote): Empreinteur {
  return createEmpreinteur(
    deriveCle(secret, 'coordonnees'),
    secretsPrecedents.map((precedent) => deriveCle(precedent, 'coordonnees'))
  );
}

/** The trial address that the environment puts in an operator's place is opened by that very fact. */
export function openReseau({ sms }: ReglagesModule): Reseau {
  const { urlBase, reseauLocal } = sms;
  return createReseau([...reseauLocal, ...(urlBase === '' ? [] : [describeHote(urlBase)])]);
}

function describeHote(adresse: string): string {
  if (!URL.canParse(adresse)) {
    throw new Error(`SMS_URL_BASE n’est pas une adresse complète : « ${adresse} ».`);
  }
  const { hostname, port, protocol } = new URL(adresse);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}
