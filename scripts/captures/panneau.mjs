import { chromium } from 'playwright-core';
import { COMPTES } from '../demo/comptes.mjs';
import { findChromium } from '../lib/chromium.mjs';
import { isMemeImage } from './meme-image.mjs';

const LARGEUR = 1280;
const HAUTEUR = 900;
/** Around a part of a page. */
const MARGE = 24;
/** Under the last line of a page. */
const BORD = 8;
/**
 * Seen from the guide's day, the session ends in years: more than a timer can count, and the browser would
 * renew it without end.
 */
const MINUTERIES = `{
  const poser = window.setTimeout.bind(window);
  window.setTimeout = (f, ms, ...reste) => (ms > 2 ** 31 - 1 ? 0 : poser(f, ms, ...reste));
}`;
const ADMINISTRATEUR = COMPTES.find(({ profil }) => profil === 'Administrateur');

/** The panel in a browser whose clock has stopped at `instant`, its Administrateur logged in. */
export async function openPanneau({ url, instant }) {
  const navigateur = await chromium.launch(await findChromium());
  const contexte = await navigateur.newContext({
    viewport: { width: LARGEUR, height: HAUTEUR },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  contexte.setDefaultTimeout(30_000);
  await contexte.clock.setFixedTime(instant);
  await contexte.addInitScript(MINUTERIES);
  // What the DNS say of an invented domain depends on where one asks.
  await contexte.route('**/sms-mailing/pret-a-envoyer/domaine', (route) => route.abort());
  const page = await contexte.newPage();
  await page.goto(`${url}/admin/auth/login`);
  await page.fill('input[name=email]', ADMINISTRATEUR.email);
  await page.fill('input[name=password]', ADMINISTRATEUR.motDePasse);
  await page.click('button[type=submit]');
  await page.waitForURL((adresse) => !adresse.pathname.includes('/auth/'));
  await page.close();
  return {
    capture: (vue, jour) => capture(contexte, vue, jour),
    isMeme: (a, b) => isMemeImage(contexte, a, b),
    close: () => navigateur.close(),
  };
}

/** The PNG of one vue, on a page of its own: nothing of the one before is left open. */
async function capture(contexte, vue, jour) {
  const { chemin, hauteur = HAUTEUR, avant, geste } = vue;
  await avant?.(jour);
  const page = await contexte.newPage();
  try {
    await page.setViewportSize({ width: LARGEUR, height: hauteur });
    await page.goto(`${jour.url}/admin/${typeof chemin === 'string' ? chemin : chemin(jour)}`);
    await page.waitForLoadState('networkidle');
    await geste?.(page);
    const clip = await frame(page, vue);
    return await page.screenshot({ clip, animations: 'disabled' });
  } finally {
    await page.close();
  }
}

/** Down to the bottom of `bas`, across the page; or what the `zone` takes up, and a margin. */
async function frame(page, { bas, zone, marge = MARGE }) {
  const { width, height } = page.viewportSize();
  if (zone === undefined) {
    const fin = await box(bas(page));
    return { x: 0, y: 0, width, height: Math.min(height, fin.y + fin.height + BORD) };
  }
  const boites = await Promise.all(zone(page).map(box));
  const x = Math.max(0, Math.min(...boites.map((b) => b.x)) - marge);
  const y = Math.max(0, Math.min(...boites.map((b) => b.y)) - marge);
  const droite = Math.max(...boites.map((b) => b.x + b.width)) + marge;
  const fond = Math.max(...boites.map((b) => b.y + b.height)) + marge;
  return { x, y, width: Math.min(width, droite) - x, height: Math.min(height, fond) - y };
}

async function box(element) {
  await element.first().waitFor();
  return element.first().boundingBox();
}
