import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, stopApp, type App } from '../strapi/harness';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

/** English words that Strapi shows where a translation is missing. */
const ANGLAIS =
  /\b(Search|Save|Cancel|Create|Delete|Edit|Settings|entries|Welcome|Guided tour|Marketplace|Deploy|Upgrade|Preview|doe|Active|Loading|Forgot|Password|Remember|Oops)\b/;

/** What is seen, and what is said to who does not see it. */
const LUS = `[document.body.innerText, ...[...document.querySelectorAll('[aria-label], [placeholder], [title]')]
  .flatMap((e) => [e.ariaLabel, e.placeholder, e.title])].join('\\n')`;

const PAGES = [
  '',
  'content-manager/collection-types/api::entrepreneur.entrepreneur',
  'content-manager/collection-types/api::entrepreneur.entrepreneur/create',
  'contacts-emails-sms/signets',
  'me',
];

let app: App;
let visite: Visite;

beforeAll(async () => {
  app = await startApp({ panel: true, listen: true });
});

afterEach(() => visite.close());

afterAll(async () => {
  await closeNavigateur();
  await stopApp(app);
});

describe('Guide §3 : chaque profil ouvre le panneau sur son travail, en français', () => {
  it.each(['sms-administrateur', 'sms-profil-specifique', 'sms-conseiller'])(
    '%s ne lit aucun mot d’anglais et rien ne se plaint',
    async (profil) => {
      visite = await visit(app, profil);
      for (const chemin of PAGES) {
        await visite.open(chemin);
        expect(await visite.page.evaluate(LUS)).not.toMatch(ANGLAIS);
      }
      // Strapi asks for features that this edition has not; ours must all answer.
      expect(visite.plaintes.filter((plainte) => plainte.includes('sms-mailing'))).toEqual([]);
    }
  );

  it('avant la connexion, et à une adresse qui n’existe pas', async () => {
    visite = await visit(app, 'sms-conseiller');
    const { page } = visite;
    const read = async (chemin: string, attendu: string | RegExp): Promise<unknown> => {
      await page.goto(`${app.url ?? ''}/admin/${chemin}`);
      await page.getByText(attendu).first().waitFor();
      return page.evaluate(LUS);
    };
    expect(await read('page-perdue', 'Page non trouvée')).not.toMatch(ANGLAIS);
    await page.context().clearCookies();
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    expect(await read('auth/login', 'Se souvenir de moi')).not.toMatch(ANGLAIS);
    expect(await read('auth/forgot-password', /Récupération/)).not.toMatch(ANGLAIS);
  });

  it('« Paramètres » n’est montré qu’à qui y trouve des utilisateurs, et l’y mène', async () => {
    for (const profil of ['sms-profil-specifique', 'sms-conseiller']) {
      const autre = await visit(app, profil);
      await autre.page.getByRole('link', { name: 'Fiches' }).waitFor();
      expect(await autre.page.getByRole('link', { name: 'Paramètres' }).count()).toBe(0);
      await autre.close();
    }
    visite = await visit(app, 'sms-administrateur', { width: 1366, height: 768 });
    const lien = visite.page.getByRole('link', { name: 'Paramètres' });
    await lien.waitFor();
    expect(await lien.count()).toBe(1);
    const boite = await lien.boundingBox();
    // In sight without scrolling: nothing says that this menu scrolls.
    expect(boite!.y + boite!.height).toBeLessThan(705);
    await lien.click();
    await visite.page.getByRole('heading', { name: 'Utilisateurs', level: 1 }).waitFor();
    await visite.page.getByText('Actif', { exact: true }).first().waitFor();
    expect(await visite.page.evaluate(LUS)).not.toMatch(ANGLAIS);
  });

  it('l’accueil du gestionnaire dit ce qui part ce soir et ce qu’il reste de SMS', async () => {
    visite = await visit(app, 'sms-profil-specifique');
    const { page } = visite;
    await page.getByText('Rien n’est programmé pour le prochain envoi.').waitFor();
    await page.getByText('Aucun package n’est saisi').waitFor();
    expect(await page.getByRole('button', { name: /maintenant/ }).count()).toBe(0);
  });

  it('le Conseiller ne voit ni les packages, ni les envois automatiques, ni les réglages des envois', async () => {
    visite = await visit(app, 'sms-conseiller');
    await visite.open('contacts-emails-sms/signets');
    const menu = visite.page.getByRole('navigation', { name: 'Contacts e-mails/SMS' });
    await expect
      .poll(() => menu.getByRole('link').allInnerTexts())
      .toEqual([
        ...['Modèles mailing', 'Modèles newsletter', 'Modèles SMS', 'Signets disponibles'],
        'Adresses à corriger',
      ]);
  });

  it('un signet se copie, et ses lettres de date sont expliquées (§2.c)', async () => {
    visite = await visit(app, 'sms-profil-specifique');
    const { page, open } = visite;
    await open('contacts-emails-sms/signets');
    await page.getByPlaceholder('Texte recherché').fill('civilite participant');
    const copier = page.getByRole('button', { name: /^Copier \$\{tableN\.action_benef/ });
    await copier.first().click();
    await page.getByRole('button', { name: 'Copié' }).waitFor();
    await page.getByText('Écrire une date').waitFor();
    await page.getByLabel('Exemples pris chez').waitFor();
    await expectAccessible(page);
  });
});
