import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { createUser, type App, type User } from '../strapi/harness';

const requireCjs = createRequire(import.meta.url);

export interface Visite {
  page: Page;
  /** What the console and the network complained of since the visit began. */
  plaintes: string[];
  /** Opens a page of the panel and waits until it has what it asked for. */
  open: (chemin: string) => Promise<void>;
  close: () => Promise<void>;
}

interface Viewport {
  width: number;
  height: number;
}

let navigateur: Browser | null = null;

export async function closeNavigateur(): Promise<void> {
  await navigateur?.close();
  navigateur = null;
}

function listen(page: Page): string[] {
  const plaintes: string[] = [];
  page.on('pageerror', ({ message }) => plaintes.push(message));
  page.on('console', (ligne) => {
    // A refusal is reported once, by the answer below.
    if (ligne.type() === 'error' && !ligne.text().startsWith('Failed to load resource')) {
      plaintes.push(ligne.text());
    }
  });
  page.on('response', (reponse) => {
    if (reponse.status() >= 400) {
      plaintes.push(`${String(reponse.status())} ${new URL(reponse.url()).pathname}`);
    }
  });
  return plaintes;
}

async function login(page: Page, url: string, user: { email: string; password: string }) {
  await page.goto(`${url}/admin/auth/login`);
  await page.fill('input[name=email]', user.email);
  await page.fill('input[name=password]', user.password);
  await page.click('button[type=submit]');
  await page.waitForURL((adresse) => !adresse.pathname.includes('/auth/'));
}

/** A new user of that profil, logged into the panel of an application started with `panel` and `listen`. */
export async function visit(
  app: App,
  roleCode: string,
  viewport = { width: 1440, height: 900 }
): Promise<Visite> {
  return visitAs(app, await createUser(app, roleCode), viewport);
}

/** The same, as someone who is there already. */
export async function visitAs(app: App, user: User, viewport: Viewport): Promise<Visite> {
  navigateur ??= await chromium.launch(await findChromium());
  const contexte: BrowserContext = await navigateur.newContext({
    viewport,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await contexte.newPage();
  page.setDefaultTimeout(60_000);
  const plaintes = listen(page);
  const url = app.url ?? '';
  await login(page, url, user);
  return {
    page,
    plaintes,
    async open(chemin) {
      await page.goto(`${url}/admin/${chemin}`);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle');
    },
    close: () => contexte.close(),
  };
}

/** Somebody without an account, on a phone; by default without JavaScript, as any mail program may open a link. */
export async function openPublique(url: string, { javaScript = false } = {}): Promise<Page> {
  navigateur ??= await chromium.launch(await findChromium());
  const contexte = await navigateur.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    javaScriptEnabled: javaScript,
    // Only so that axe can be put into the page.
    bypassCSP: javaScript,
  });
  const page = await contexte.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  return page;
}

interface AxeResultat {
  violations: { id: string; impact: string | null; nodes: { html: string }[] }[];
}

const ATTENDRE_LES_FONDUS = `Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished)
)`;

/** No serious violation inside our part of the page (decision F27). */
export async function expectAccessible(page: Page, zone = 'main'): Promise<void> {
  // What the mouse is over, or what still fades in, has another colour.
  await page.mouse.move(0, 0);
  await page.evaluate(ATTENDRE_LES_FONDUS);
  await page.addScriptTag({ path: requireCjs.resolve('axe-core/axe.min.js') });
  const { violations } = await page.evaluate<AxeResultat>(`axe.run(${JSON.stringify(zone)})`);
  const graves = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} : ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  expect(graves).toEqual([]);
}
