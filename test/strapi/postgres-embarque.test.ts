import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../scripts/lib/postgres.mjs';

const NOM = `essai-${String(process.pid)}`;
const SCRIPT = pathToFileURL(path.resolve('scripts/lib/postgres.mjs')).href;

let donnees: string;

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

function start() {
  return startPostgres({ name: NOM, persistent: true });
}

function pidFile(): string {
  return path.join(donnees, 'postmaster.pid');
}

function serverPid(): number {
  return Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
}

async function waitForEnd(pid: number): Promise<void> {
  await expect
    .poll(
      () => {
        try {
          return process.kill(pid, 0);
        } catch {
          return false;
        }
      },
      { timeout: 120_000 }
    )
    .toBe(false);
}

/** Another process that uses the server `nom`, until it is killed; it leads a group of its own. */
function spawnUser(nom: string) {
  const code = `
    const { startPostgres } = await import(${JSON.stringify(SCRIPT)});
    const { port } = await startPostgres({ name: ${JSON.stringify(nom)}, persistent: true });
    console.log(port);
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '' },
    detached: true,
  });
}

async function startUser() {
  const child = spawnUser(NOM);
  const [sortie] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, port: Number(sortie.toString()) };
}

/** initdb writes this file among the first, long before it is done. */
function isBegun(dossier: string): boolean {
  return existsSync(path.join(dossier, 'PG_VERSION'));
}

beforeAll(async () => {
  delete process.env.DATABASE_URL;
  const { url, stop } = await start();
  await query(url, 'CREATE TABLE temoin (n int)');
  const [reglage] = await query<{ data_directory: string }>(url, 'SHOW data_directory');
  donnees = reglage!.data_directory;
  await stop();
});

afterAll(async () => {
  await (await start()).stop();
  rmSync(path.dirname(donnees), { recursive: true });
});

describe('Décision F23 : le PostgreSQL embarqué', () => {
  it('s’arrête avec son dernier utilisateur, pas avant', async () => {
    const premier = await start();
    const second = await start();
    expect(second.port).toBe(premier.port);
    await premier.stop();
    expect(await query(second.url, 'SELECT 1 AS un')).toEqual([{ un: 1 }]);
    await second.stop();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('tué par kill -9, il repart avec ses données', async () => {
    const avant = await start();
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid);
    expect(existsSync(pidFile())).toBe(true);
    const { url, stop } = await start();
    expect(await query(url, 'SELECT count(*)::int AS n FROM temoin')).toEqual([{ n: 0 }]);
    await avant.stop();
    await stop();
  });

  it('ne prend pas pour lui le processus qui a hérité de son numéro', async () => {
    writeFileSync(pidFile(), `${String(process.pid)}\n${donnees}\n0\n5432\n`);
    const { url, stop } = await start();
    expect(serverPid()).not.toBe(process.pid);
    expect(await query(url, 'SELECT count(*)::int AS n FROM temoin')).toEqual([{ n: 0 }]);
    await stop();
  });

  it('survit à un utilisateur tué par kill -9 : le suivant le reprend, puis l’arrête', async () => {
    const { child, port } = await startUser();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const pid = serverPid();
    const suivant = await start();
    expect([suivant.port, serverPid()]).toEqual([port, pid]);
    await suivant.stop();
    await waitForEnd(pid);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('recommence une création coupée au milieu, au lieu de la prendre pour une base', async () => {
    const nom = `${NOM}-coupe`;
    const dossier = path.join(path.dirname(path.dirname(donnees)), nom);
    const child = spawnUser(nom);
    await expect
      .poll(() => ['data', 'data.partielle'].some((d) => isBegun(path.join(dossier, d))), {
        timeout: 120_000,
        interval: 5,
      })
      .toBe(true);
    process.kill(-child.pid!, 'SIGKILL');
    await once(child, 'exit');
    const { url, stop } = await startPostgres({ name: nom, persistent: true });
    expect(await query(url, 'SELECT 1 AS un')).toEqual([{ un: 1 }]);
    await stop();
    rmSync(dossier, { recursive: true });
  });
});
