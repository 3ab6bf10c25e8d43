import { readdirSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createClone, type Clone } from '../strapi/clone';

/** Two boots, one of them on an empty database. */
const DELAI_MS = 600_000;

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

describe('npm run demo', { timeout: DELAI_MS }, () => {
  let clone: Clone;
  let autre: Server | null = null;
  afterEach(() => {
    autre?.close();
    clone.remove();
  });

  it('dit que son port a été pris pendant qu’elle démarrait, et ne laisse rien derrière elle', async () => {
    clone = createClone(null, { panneau: true });
    const args = ['--entrepreneurs', '0', '--actions', '0'];
    const { code, stderr, stdout } = await clone.run('scripts/demo.mjs', args, (dit) => {
      const port = /répondra sur le port (\d+)/.exec(dit)?.[1];
      if (port !== undefined) autre ??= createServer().listen(Number(port), '127.0.0.1');
    });
    const [, port, boite] = /port (\d+), .*:(\d+)\.\n/.exec(stderr) ?? [];
    expect(stderr).toContain(
      `✗ Le port ${String(port)} vient d’être pris par un autre programme. Relancez la commande`
    );
    expect(stderr).not.toContain(' at ');
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect(await answers(Number(port))).toBe(true);
    expect(await answers(Number(boite))).toBe(false);
    const fichiers = readdirSync(clone.base, { recursive: true, encoding: 'utf8' });
    expect(fichiers.some((nom) => nom.endsWith('PG_VERSION'))).toBe(true);
    expect(fichiers.filter((nom) => nom.endsWith('postmaster.pid'))).toEqual([]);
  });
});
