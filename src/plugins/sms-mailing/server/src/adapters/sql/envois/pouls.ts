import type { ClientConfig } from 'pg';
import { Client } from 'pg';

/** Longer, and the worker that it speaks for is presumed dead anyway. */
const DELAI_MS = 10_000;

const BEAT = `
  INSERT INTO sms_ouvriers (nom, vu_le, alerte) VALUES ($1, clock_timestamp() AT TIME ZONE 'UTC', $2)
  ON CONFLICT (nom) DO UPDATE SET vu_le = excluded.vu_le, alerte = excluded.alerte`;

/** Says « alive » on a connection of its own: no evening that holds all the others makes a worker look dead. */
export interface Pouls {
  beat(ouvrier: string, alerte: string | null): Promise<void>;
  close(): Promise<void>;
}

/** What Strapi adds to the settings of the driver. */
type Connexion = ClientConfig & { readonly schema?: string };

async function connect({ schema, ...connexion }: Connexion): Promise<Client> {
  const client = new Client({
    keepAlive: true,
    connectionTimeoutMillis: DELAI_MS,
    query_timeout: DELAI_MS,
    ...connexion,
  });
  // Said again by the query under way, or found by the next.
  client.on('error', () => undefined);
  await client.connect();
  if (schema !== undefined) {
    await client.query(`SELECT set_config('search_path', $1, false)`, [schema]);
  }
  return client;
}

export function openPouls(connexion: Connexion): Pouls {
  let courant: Promise<Client> | null = null;
  let dernier: Promise<unknown> = Promise.resolve();

  function open(): Promise<Client> {
    const ouvert = connect(connexion);
    ouvert.then((client) => client.once('end', () => forget(ouvert))).catch(() => undefined);
    return ouvert;
  }

  /** Opened again at the next beat. */
  function forget(perdu: Promise<Client>): void {
    if (courant === perdu) {
      courant = null;
    }
  }

  function lose(perdu: Promise<Client>): void {
    forget(perdu);
    perdu.then((client) => client.end()).catch(() => undefined);
  }

  async function say(ouvrier: string, alerte: string | null): Promise<void> {
    const ouvert = (courant ??= open());
    try {
      await (await ouvert).query(BEAT, [ouvrier, alerte]);
    } catch (erreur) {
      lose(ouvert);
      throw erreur;
    }
  }

  return {
    // One at a time: the two workers of a process share it.
    async beat(ouvrier, alerte): Promise<void> {
      const tour = dernier.then(() => say(ouvrier, alerte));
      dernier = tour.catch(() => undefined);
      await tour;
    },
    async close(): Promise<void> {
      const ouvert = courant;
      courant = null;
      await ouvert?.then((client) => client.end()).catch(() => undefined);
    },
  };
}
