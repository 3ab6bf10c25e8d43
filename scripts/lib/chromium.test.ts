import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { lance } from '../../test/strapi/lance';
import { findChromium } from './chromium.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const FIND = `
  const { findChromium } = await import('./scripts/lib/chromium.mjs');
  console.log(JSON.stringify(await findChromium()));`;

const serveurs: Server[] = [];

/** A site of its own: another port is another origin. */
async function openSite(): Promise<string> {
  const serveur = createServer((_, reponse) => {
    reponse.setHeader('content-type', 'text/html');
    reponse.end('<!doctype html><title>site</title>');
  });
  serveurs.push(serveur);
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  return `http://127.0.0.1:${String((serveur.address() as AddressInfo).port)}/`;
}

describe('le navigateur des tests', () => {
  let navigateur: Browser;
  beforeAll(async () => {
    vi.stubEnv('CHROMIUM_PATH', undefined);
    navigateur = await chromium.launch(await findChromium());
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  afterAll(async () => {
    await navigateur.close();
    for (const serveur of serveurs) {
      serveur.closeAllConnections();
      serveur.close();
    }
  });

  it('tient plusieurs visiteurs à la fois', async () => {
    const site = await openSite();
    const visiteurs = await Promise.all([1, 2, 3].map(() => navigateur.newContext()));
    const pages = await Promise.all(visiteurs.map((visiteur) => visiteur.newPage()));
    await Promise.all(pages.map((page) => page.goto(site)));
    expect(await Promise.all(pages.map((page) => page.title()))).toEqual(['site', 'site', 'site']);
    await Promise.all(visiteurs.map((visiteur) => visiteur.close()));
    expect(navigateur.isConnected()).toBe(true);
  });

  it('ne laisse pas un site en lire un autre', async () => {
    const [ici, ailleurs] = [await openSite(), await openSite()];
    const page = await navigateur.newPage();
    await page.goto(ici);
    const read = (url: string) => page.evaluate(`fetch('${url}').then((r) => r.text())`);
    expect(await read(ici)).toContain('site');
    await expect(read(ailleurs)).rejects.toThrow('Failed to fetch');
    await page.close();
  });

  it('écrit avec les lettres de son paquet, quelles que soient celles de la machine', async () => {
    const page = await navigateur.newPage();
    await page.setContent('<span style="font: 100px Georgia, monospace">iiii</span>');
    // In a monospace the four letters would be as wide as any: 240 pixels.
    const { width } = (await page.locator('span').boundingBox())!;
    expect(width).toBe(100);
    await page.close();
  });

  it('n’est un navigateur installé que par CHROMIUM_PATH', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/opt/mon/chromium');
    expect((await findChromium()).executablePath).toBe('/opt/mon/chromium');
    vi.stubEnv('CHROMIUM_PATH', '');
    expect((await findChromium()).executablePath).toContain(path.join(ROOT, '.tmp'));
  });
});

describe('sa décompression', () => {
  let clone: string;
  beforeAll(() => {
    clone = mkdtempSync(path.join(tmpdir(), 'sms-mailing-navigateur-'));
    cpSync(path.join(ROOT, 'scripts', 'lib'), path.join(clone, 'scripts', 'lib'), {
      recursive: true,
    });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(clone, 'node_modules'));
  });
  afterAll(() => {
    rmSync(clone, { recursive: true });
  });

  it('se fait une fois pour tous, sans croire ce qu’un autre compte a laissé dans /tmp', async () => {
    const temporaire = path.join(clone, 'tmp');
    mkdirSync(temporaire);
    writeFileSync(path.join(temporaire, 'chromium'), 'd’un autre compte');
    // What an interrupted unpacking leaves.
    const coupee = path.join(clone, '.tmp', 'chromium', '1.0.0.partiel');
    mkdirSync(coupee, { recursive: true });
    const env = { ...process.env, TMPDIR: temporaire, CHROMIUM_PATH: '' };
    const find = () =>
      lance(process.execPath, ['--input-type=module', '--eval', FIND], { cwd: clone, env });
    const [un, deux] = await Promise.all([find(), find()]);
    expect([un.code, deux.code]).toEqual([0, 0]);
    expect(deux.stdout).toBe(un.stdout);
    expect((un.stderr + deux.stderr).match(/Décompression/g)).toHaveLength(1);
    const trouve = JSON.parse(un.stdout) as Awaited<ReturnType<typeof findChromium>>;
    expect(trouve.executablePath.startsWith(path.join(clone, '.tmp'))).toBe(true);
    const options = { encoding: 'utf8', env: trouve.env } as const;
    expect(spawnSync(trouve.executablePath, ['--version'], options).stdout).toMatch(/Chrom/);
  });
});
