import type { ClientConfig } from 'pg';
import { Client } from 'pg';

const REPRISE_MS = 5_000;

/**
 * Listens for envois that are due at once (decision F18), on a connection of its own. A lost connection is
 * opened again; meanwhile the tick is the safety net. Answers what closes it.
 */
export function listenEnvois(connexion: ClientConfig, onEnvoi: () => void): () => Promise<void> {
  let client: Client | null = null;
  let minuterie: NodeJS.Timeout | null = null;
  let ferme = false;

  function retry(): void {
    client = null;
    if (!ferme) {
      minuterie = setTimeout(() => void open(), REPRISE_MS);
    }
  }

  async function open(): Promise<void> {
    const nouveau = new Client(connexion);
    client = nouveau;
    nouveau.on('notification', onEnvoi);
    nouveau.on('error', retry);
    try {
      await nouveau.connect();
      await nouveau.query('LISTEN sms_envois');
    } catch {
      retry();
    }
  }

  void open();
  return async () => {
    ferme = true;
    if (minuterie !== null) {
      clearTimeout(minuterie);
    }
    await client?.end().catch(() => undefined);
  };
}
