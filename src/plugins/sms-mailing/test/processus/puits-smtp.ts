import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Puits {
  port: number;
  /** Message-IDs that the server accepted, in order. */
  recus(): string[];
  /** From now on, lets so many senders know that their message is accepted, and keeps the others waiting. */
  allow(permis: number): Promise<void>;
  close(): void;
}

/** The SMTP server of the evening, in a process of its own; it writes in `fichier`. */
export async function startPuits(fichier: string): Promise<Puits> {
  const processus: ChildProcess = fork(
    fileURLToPath(new URL('./puits.mjs', import.meta.url)),
    [fichier],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }
  );
  const [{ port }] = (await once(processus, 'message')) as [{ port: number }];
  return {
    port,
    recus: () => readLignes(fichier),
    async allow(permis) {
      processus.send({ permis });
      await once(processus, 'message');
    },
    close: () => processus.disconnect(),
  };
}

/** None while the file is not there. */
export function readLignes(fichier: string): string[] {
  try {
    return readFileSync(fichier, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
