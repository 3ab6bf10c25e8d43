import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, stopApp, type App } from '../strapi/harness';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

let app: App;
let visite: Visite;

beforeAll(async () => {
  app = await startApp({ panel: true, listen: true });
  visite = await visit(app, 'sms-administrateur');
});

afterAll(async () => {
  await closeNavigateur();
  await stopApp(app);
});

describe('Guide §10 : suivre le décompte du package SMS', () => {
  it('sans package, la page le dit et invite à le saisir', async () => {
    const { page, open } = visite;
    await open('contacts-emails-sms/packages-sms');
    await page.getByText('Aucun package saisi').waitFor();
    await expectAccessible(page);
  });

  it('un package s’ajoute par sa date, ses SMS achetés et ceux déjà consommés', async () => {
    const { page } = visite;
    await page.getByRole('button', { name: 'Ajouter un package' }).first().click();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Saisissez la date d’achat du package.').waitFor();
    await page.getByLabel('Date d’achat du package').fill('02/01/2018');
    await page.getByLabel('Nombre de SMS achetés').fill('500');
    await page.getByLabel('Nombre de SMS déjà consommés').fill('20');
    await expectAccessible(page, '[role=dialog]');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Le package est enregistré : 480 SMS restants.').waitFor();
    await page.getByRole('heading', { name: '480 SMS restants' }).waitFor();
    await page.getByRole('cell', { name: '02/01/2018', exact: true }).waitFor();
    await page
      .getByText(/et 20 avant ou déjà à la saisie du package\s: 20 SMS consommés/)
      .waitFor();
  });

  it('le décompte se corrige avec sa raison, et le journal le montre', async () => {
    const { page } = visite;
    await page.getByRole('button', { name: /Corriger le décompte/ }).click();
    const fenetre = page.getByRole('dialog', { name: /Corriger le décompte du package/ });
    await fenetre.getByRole('button', { name: 'Corriger le décompte' }).click();
    await fenetre.getByText('Saisissez au moins un SMS.').waitFor();
    await fenetre.getByText('Dites pourquoi : la raison reste dans le journal.').waitFor();
    await fenetre.getByRole('radio', { name: /retirer des consommés/ }).click();
    await fenetre.getByLabel('Nombre de SMS').fill('8');
    await fenetre.getByLabel('Raison').fill('Saisi deux fois');
    await fenetre.getByText('Consommés : 20 → 12 ; il restera 488 SMS.').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await fenetre.getByRole('button', { name: 'Corriger le décompte' }).click();
    await page.getByText('Le décompte est corrigé : 12 SMS consommés.').waitFor();
    await page.getByRole('heading', { name: '488 SMS restants' }).waitFor();
    await page.getByText(/: 12 SMS consommés en tout/).waitFor();
    await page.getByRole('button', { name: /Voir ce qu’a débité/ }).click();
    const journal = page.getByRole('dialog', { name: 'Package du 02/01/2018' });
    await journal
      .getByRole('row', {
        name: /Correction de Camille sms-administrateur : Saisi deux fois -8/,
      })
      .waitFor();
    await expectAccessible(page, '[role=dialog]');
    await journal.getByRole('button', { name: 'Fermer' }).last().click();
    await journal.waitFor({ state: 'detached' });
  });

  it('un package qui a un journal ne se supprime pas, et dit pourquoi', async () => {
    const { page } = visite;
    const corbeille = page.getByRole('button', { name: /a déjà servi/ });
    expect(await corbeille.isDisabled()).toBe(true);
    await expectAccessible(page);
  });

  it('tout se fait au clavier : ouvrir, se raviser par Échap, retrouver sa place', async () => {
    const { page } = visite;
    const journal = page.getByRole('button', { name: /Voir ce qu’a débité/ });
    await journal.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Package du 02/01/2018' }).waitFor();
    await page.locator('[role=dialog]:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const atteint = () => page.locator(':focus').textContent();
    await expect.poll(atteint).toContain('Voir ce qu’a débité');
    await page.keyboard.press('Tab');
    await expect.poll(atteint).toContain('Modifier le package');
  });

  it('rien ne s’est plaint dans le navigateur', () => {
    expect(visite.plaintes).toEqual([]);
  });
});
