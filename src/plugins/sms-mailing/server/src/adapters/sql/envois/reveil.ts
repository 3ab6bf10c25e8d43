import type { ClientConfig } from 'pg';
import { Client } from 'pg';

const REPRISE_MS = 5_000;
const CONNEXION_MS = 10_000;
/** Of our clock against the one that dated the envoi. */
const MARGE_MS = 50;

/**
 * Listens for envois that are due at once, or at the end of the undo delay said in milliseconds (decision
 * F18), on a connection of its own. A lost connection is
 * opened again, and what was said meanwhile is looked for; the tick is the safety net. Answers what closes it.
 */
export function listenEnvois(connexion: ClientConfig, onEnvoi: () => void): () => Promise<void> {
  let courant: Client | null = null;
  let minuterie: NodeJS.Timeout | undefined;
  const reveils = new Set<NodeJS.Timeout>();
  let ferme = false;

  function hear(delai: string | undefined): void {
    const ms = Number(delai ?? '');
    if (!(ms > 0)) {
      onEnvoi();
      return;
    }
    const reveil = setTimeout(() => {
      reveils.delete(reveil);
      onEnvoi();
    }, ms + MARGE_MS);
    reveils.add(reveil);
  }

  /** An end and an error may both tell of the same loss: the second one finds nothing to do. */
  function lose(client: Client): void {
    if (courant !== client) {
      return;
    }
    courant = null;
    client.end().catch(() => undefined);
    if (!ferme) {
      minuterie = setTimeout(() => void open(), REPRISE_MS);
    }
  }

  async function open(): Promise<void> {
    const client = new Client({
      keepAlive: true,
      connectionTimeoutMillis: CONNEXION_MS,
      ...connexion,
    });
    courant = client;
    client.on('notification', ({ payload }) => hear(payload));
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    try {
      await client.connect();
      await client.query('LISTEN sms_envois');
      onEnvoi();
    } catch {
      lose(client);
    }
  }

  void open();
  return async () => {
    ferme = true;
    clearTimeout(minuterie);
    reveils.forEach((reveil) => clearTimeout(reveil));
    await courant?.end().catch(() => undefined);
  };
}
