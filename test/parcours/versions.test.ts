import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableEnvoisAutomatiques } from '../../src/plugins/sms-mailing/core/api/envois-automatiques';
import type { ModeleOuvert } from '../../src/plugins/sms-mailing/core/api/modeles';
import type { LignePackage } from '../../src/plugins/sms-mailing/core/package-sms';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const PAGES = 'contacts-emails-sms';

let base: BaseDuGuide;
let visite: Visite;
let page: Page;
let modele: string;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  modele = await base.createModele({
    nom: 'Rappel',
    objet: 'Rappel',
    message: '<p>Le ${action_date# j F Y}.</p>',
  });
  visite = await visit(base.app, 'sms-administrateur');
  page = visite.page;
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

const save = (): Promise<void> => page.getByRole('button', { name: 'Enregistrer' }).click();
const popup = (): Locator => page.getByRole('dialog');

/** The refusal says so and keeps what was typed; then what the other saved takes its place. */
async function expectEntretemps(phrase: string, saisie: () => Promise<void>): Promise<void> {
  const question = page.getByRole('alertdialog', { name: 'Modifié entre-temps' });
  await question.getByText(phrase).waitFor();
  await expectAccessible(page, '[role=alertdialog]');
  await question.getByRole('button', { name: 'Garder ma saisie' }).click();
  await question.waitFor({ state: 'detached' });
  await saisie();
  await save();
  await question.getByRole('button', { name: 'Recharger' }).click();
  await question.waitFor({ state: 'detached' });
}

describe('Décision G9 : ce qu’une autre personne enregistre n’est pas écrasé', () => {
  it('un package SMS', async () => {
    const { data } = await base.ask<LignePackage>('post', '/packages-sms', {
      dateAchat: '2022-01-02',
      achetes: 100,
    });
    await visite.open(`${PAGES}/packages-sms`);
    await page.getByRole('button', { name: /Modifier le package/ }).click();
    const achetes = popup().getByLabel('Nombre de SMS achetés');
    await achetes.fill('150');
    await base.ask('put', `/packages-sms/${data.documentId}`, { ...data, achetes: 200 });
    await save();
    await expectEntretemps('Ce package a été modifié entre-temps', async () => {
      expect(await achetes.inputValue()).toBe('150');
    });
    await popup().getByText('Les SMS consommés se comptent seuls').waitFor();
    expect(await achetes.inputValue()).toBe('200');
    await achetes.fill('250');
    await save();
    await page.getByText('Le package est enregistré : 250 SMS restants.').waitFor();
  });

  it('un envoi automatique', async () => {
    const documentId = await base.createRegle({
      typeContact: 'email',
      modeleDocumentId: modele,
      delai: -2,
      criteres: { natures: ['Collective'] },
    });
    const { data } = await base.ask<TableEnvoisAutomatiques>('get', '/envois-automatiques');
    const { regle, version } = data.lignes[0]!;
    await visite.open(`${PAGES}/envois-automatiques`);
    await page.getByRole('button', { name: 'Modifier « Rappel »' }).click();
    const delai = popup().getByLabel('Délai d’envoi');
    await delai.fill('3');
    await base.ask('put', `/envois-automatiques/${documentId}`, {
      regle: { ...regle, delai: -5, inactif: true },
      version,
    });
    await save();
    await expectEntretemps('Cet envoi automatique a été modifié entre-temps', async () => {
      expect(await delai.inputValue()).toBe('3');
    });
    await popup().getByText('J-5').first().waitFor();
    expect(await delai.inputValue()).toBe('5');
    expect(await popup().getByRole('checkbox', { name: 'Inactif' }).isChecked()).toBe(true);
    await popup().getByRole('button', { name: 'Annuler' }).click();
  });

  it('les réglages des envois, tapés dans deux onglets', async () => {
    await visite.open(`${PAGES}/reglages-des-envois`);
    const adresse = page.getByLabel('Adresse postale');
    await adresse.fill('1 rue Haute, Arras');
    const { parametres } = (await base.ask<ParametresLus>('get', '/parametres')).data;
    await base.ask('put', '/parametres', { ...parametres, expediteurNom: 'BGE Artois' });
    await save();
    await expectEntretemps('Les réglages ont été modifiés entre-temps', async () => {
      expect(await adresse.inputValue()).toBe('1 rue Haute, Arras');
    });
    expect(await adresse.inputValue()).toBe('');
    expect(await page.getByLabel('Nom affiché').inputValue()).toBe('BGE Artois');
    await adresse.fill('2 rue Basse, Arras');
    await save();
    await page.getByText('Les réglages sont enregistrés.').waitFor();
    await adresse.fill('3 rue Basse, Arras');
    await save();
    await page.getByText('Modifications non enregistrées').waitFor({ state: 'detached' });
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    expect(data.parametres.adressePostale).toBe('3 rue Basse, Arras');
  });

  it('un modèle', async () => {
    await visite.open(`${PAGES}/modeles-mailing/${modele}`);
    const nom = page.getByLabel('Nom du modèle');
    await nom.fill('Rappel du matin');
    const { data } = await base.ask<ModeleOuvert>('get', `/modeles/${modele}`);
    await base.ask('put', `/modeles/${modele}`, { ...data, nom: 'Rappel du soir' });
    await save();
    await expectEntretemps('a été modifié entre-temps', async () => {
      expect(await nom.inputValue()).toBe('Rappel du matin');
    });
    await page.getByRole('heading', { name: 'Rappel du soir' }).waitFor();
    expect(await nom.inputValue()).toBe('Rappel du soir');
  });

  it('rien d’autre que ces refus ne s’est plaint dans le navigateur', () => {
    const refus = visite.plaintes.filter((plainte) => !plainte.startsWith('400 /sms-mailing/'));
    expect(refus).toEqual([]);
    expect(visite.plaintes).toHaveLength(8);
  });
});
