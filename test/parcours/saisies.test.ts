import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { createEcranModele, type EcranModele } from './ecran-modele';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const PAGES = 'contacts-emails-sms';

let base: BaseDuGuide;
let visite: Visite;
let page: Page;
let ecran: EcranModele;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  const modele = await base.createModele({
    nom: 'Rappel',
    objet: 'Rappel',
    message: '<p>Le ${action_date# j F Y}.</p>',
  });
  await base.createRegle({
    typeContact: 'email',
    modeleDocumentId: modele,
    delai: -2,
    criteres: { natures: ['Collective'] },
  });
  visite = await visit(base.app, 'sms-administrateur', { width: 1366, height: 768 });
  page = visite.page;
  ecran = createEcranModele(base, visite);
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

const popup = (): Locator => page.getByRole('dialog');
const question = (nom: string): Locator => page.getByRole('alertdialog', { name: nom });
const button = (nom: string): Locator => page.getByRole('button', { name: nom, exact: true });

describe('Ce qui est tapé n’est pas perdu', () => {
  it('Échap demande avant de fermer un envoi commencé', async () => {
    await visite.open(`${PAGES}/envois-automatiques`);
    await button('Créer un envoi').click();
    await popup().getByLabel('Délai d’envoi').fill('J+7');
    expect(await popup().getByLabel('Délai d’envoi').inputValue()).toBe('7');
    await popup().getByText('jours après l’action').waitFor();
    await popup().getByLabel('Délai d’envoi').fill('-3');
    expect(await popup().getByLabel('Délai d’envoi').inputValue()).toBe('3');
    await popup().getByText('jours avant l’action').waitFor();
    await popup().getByLabel('Délai d’envoi').fill('J+7');
    await page.keyboard.press('Escape');
    const fermer = question('Fermer sans enregistrer ?');
    await fermer.waitFor();
    await expectAccessible(page, '[role=alertdialog]');
    await fermer.getByRole('button', { name: 'Continuer la saisie' }).click();
    expect(await popup().getByLabel('Délai d’envoi').inputValue()).toBe('7');
    await popup().getByRole('button', { name: 'Annuler' }).click();
    await fermer.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
    await popup().waitFor({ state: 'detached' });
  });

  it('une fenêtre où rien n’est tapé se ferme sans question', async () => {
    await button('Créer un envoi').click();
    await page.keyboard.press('Escape');
    await popup().waitFor({ state: 'detached' });
  });

  it('le texte d’un modèle survit à une session perdue', async () => {
    await ecran.open('Rappel');
    await ecran.message().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' Venez nombreux.');
    const gardee = `Object.keys(localStorage).some((cle) => cle.startsWith('sms-mailing.brouillon') && localStorage.getItem(cle).includes('nombreux'))`;
    await expect.poll(() => page.evaluate<boolean>(gardee)).toBe(true);
    page.once('dialog', (dialogue) => void dialogue.accept());
    await page.reload();
    await page.getByText('Un texte non enregistré a été retrouvé.').waitFor();
    expect(await ecran.message().textContent()).not.toContain('nombreux');
    await button('Reprendre ce texte').click();
    await ecran.message().getByText('Venez nombreux.').waitFor();
    await button('Enregistrer').click();
    await page.getByText('Modèle enregistré.').waitFor();
    expect((await ecran.read()).message).toContain('Venez nombreux.');
    await page.reload();
    await ecran.message().getByText('Venez nombreux.').waitFor();
    expect(await page.getByText('Un texte non enregistré a été retrouvé.').count()).toBe(0);
  });
});

describe('Rien de dangereux n’est choisi d’avance', () => {
  it('un modèle qui réveille un envoi automatique le dit avant', async () => {
    await visite.open(`${PAGES}/modeles-mailing`);
    await button('Rendre « Rappel » inactif').click();
    await question('Rendre ce modèle inactif ?')
      .getByRole('button', { name: 'Rendre inactif' })
      .click();
    await button('Rendre « Rappel » actif').click();
    const reveil = question('Rendre ce modèle actif ?');
    await reveil.getByText('1 envoi automatique partira de nouveau tous les soirs').waitFor();
    await expectAccessible(page, '[role=alertdialog]');
    await reveil.getByRole('button', { name: 'Ne rien changer' }).click();
    await visite.open(`${PAGES}/envois-automatiques`);
    await page.getByRole('cell', { name: 'ne part pas' }).waitFor();
    await visite.open(`${PAGES}/modeles-mailing`);
    await button('Rendre « Rappel » actif').click();
    await reveil.getByRole('button', { name: 'Rendre actif' }).click();
    await page.getByText('« Rappel » est actif.').waitFor();
  });

  it('un nom déjà pris se voit en le tapant', async () => {
    await visite.open(`${PAGES}/modeles-mailing/nouveau`);
    await page.getByLabel('Nom du modèle').fill('  RAPPEL ');
    await page.getByText('Un autre modèle porte déjà ce nom').waitFor();
    await page.getByLabel('Nom du modèle').fill('Rappel du soir');
    await page.getByText('Un autre modèle porte déjà ce nom').waitFor({ state: 'detached' });
  });
});

describe('Les heures, les nombres et les dates se tapent comme on les écrit', () => {
  it('« 8h » et « 19h30 » sont des heures', async () => {
    await visite.open(`${PAGES}/reglages-des-envois`);
    await page.getByLabel('SMS de promotion : pas avant').fill('9h');
    await page.getByLabel('SMS de promotion : pas après').fill('19h30');
    await button('Enregistrer').click();
    await page.getByText('Les réglages sont enregistrés.').waitFor();
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    expect(data.parametres.heuresPromotion).toMatchObject({ debut: '09:00', fin: '19:30' });
  });

  it('ce qui est faux plus bas dans la page vient sous les yeux, et le refus reste', async () => {
    const apres = page.getByLabel('SMS de promotion : pas après');
    await apres.fill('tantôt');
    await page.evaluate('document.querySelector("main h1").scrollIntoView()');
    await button('Enregistrer').click();
    const refus = page.getByText('Rien n’est enregistré : un champ est à corriger.');
    await refus.waitFor();
    await page.getByText('Saisissez une heure, comme 8h ou 19h30.').first().waitFor();
    await expect
      .poll(async () => {
        const boite = await apres.boundingBox();
        return boite !== null && boite.y > 0 && boite.y < 768;
      })
      .toBe(true);
  });

  it('un achat de 1,5 SMS, ou de demain, est refusé en français', async () => {
    await visite.open(`${PAGES}/packages-sms`);
    await button('Ajouter un package').first().click();
    await popup().getByLabel('Date d’achat du package').fill('31/12/2099');
    await page.keyboard.press('Tab');
    await popup().getByLabel('Nombre de SMS achetés').fill('1,5');
    await button('Enregistrer').click();
    await popup().getByText('Le nombre de SMS achetés est un nombre entier.').waitFor();
    expect(await popup().getByLabel('Date d’achat du package').inputValue()).toBe('31/12/2099');
    await popup().getByLabel('Nombre de SMS achetés').fill('1 500');
    await button('Enregistrer').click();
    await page.getByText('La date d’achat est dans l’avenir').waitFor();
    expect(await popup().getByLabel('Nombre de SMS achetés').inputValue()).toBe('1 500');
  });
});

describe('Une adresse tapée à la main ne casse pas la page', () => {
  it('un soir qui n’existe pas : le soir même', async () => {
    await page.goto(
      `${base.app.url ?? ''}/admin/${PAGES}/envois-automatiques/simulation?soir=pas-une-date`
    );
    await page.getByRole('heading', { name: 'Simuler un soir' }).waitFor();
    await page.getByLabel('Soir à simuler').waitFor();
  });

  it('une page que le profil ne permet pas le dit', async () => {
    const autre = await visit(base.app, 'sms-conseiller', { width: 1366, height: 768 });
    await autre.page.goto(`${base.app.url ?? ''}/admin/${PAGES}/reglages-des-envois`);
    await autre.page.getByText('Votre profil n’ouvre pas cette page').first().waitFor();
    expect(autre.plaintes.filter((plainte) => plainte.startsWith('5'))).toEqual([]);
    await autre.close();
  });
});
