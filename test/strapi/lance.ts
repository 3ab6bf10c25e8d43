import { spawn, type SpawnOptionsWithoutStdio } from 'node:child_process';

export interface Sortie {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program to its end; never rejects on a failure code. The worker stays free to report; `onStderr` hears
 * all that was said so far each time more is said.
 */
export function lance(
  commande: string,
  args: readonly string[],
  options: SpawnOptionsWithoutStdio = {},
  onStderr: (stderr: string) => void = () => undefined
): Promise<Sortie> {
  return new Promise((resolve, reject) => {
    const child = spawn(commande, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const sortie: Sortie = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (bout: Buffer) => (sortie.stdout += bout.toString()));
    child.stderr.on('data', (bout: Buffer) => {
      sortie.stderr += bout.toString();
      onStderr(sortie.stderr);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ ...sortie, code });
    });
  });
}
