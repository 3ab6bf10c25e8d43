import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReglagesModule } from '../../server/src/strapi/compose/reglages-module';
import type { Mort } from './morts';

export const RACINE = path.resolve(import.meta.dirname, '..', '..', '..', '..', '..');
const SOIR = '2022-03-03T18:00:00Z';
/** Nobody alive is silent for so long, however busy the machine: the tests say themselves who is dead. */
const BAIL_MS = 60_000;

export interface Ouvrier {
  nom: string;
  processus: ChildProcess;
  /** What it wrote in its log. */
  lignes: () => string;
  /** Resolves to the exit code, null when killed. */
  fin: Promise<number | null>;
}

export interface OptionsOuvrier {
  mort?: Mort;
  bailMs?: number;
}

/** A worker in a process of its own, on the base at `url`. */
export function startOuvrier(
  nom: string,
  { url, reglages }: { url: string; reglages: ReglagesModule },
  { mort, bailMs = BAIL_MS }: OptionsOuvrier
): Ouvrier {
  const siens = { ...reglages, bailSecondes: bailMs / 1_000 };
  const args = JSON.stringify({ racine: RACINE, nom, url, reglages: siens, soir: SOIR, mort });
  const fichier = fileURLToPath(new URL('./ouvrier.mjs', import.meta.url));
  const processus = spawn(process.execPath, [fichier, args], {
    cwd: RACINE,
    env: { ...process.env, TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let lignes = '';
  processus.stdout.on('data', (bout: Buffer) => (lignes += bout.toString()));
  processus.stderr.on('data', (bout: Buffer) => (lignes += bout.toString()));
  const fin = new Promise<number | null>((resolve) => processus.once('exit', resolve));
  return { nom, processus, lignes: () => lignes, fin };
}
