import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit } from './navigateur';

const PORTABLE = { width: 1366, height: 768 };

let base: BaseDuGuide;
let palmer: string;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  const modele = await base.createModele({ nom: 'Info', objet: 'Info', message: '<p>Bonjour</p>' });
  await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

describe('Les accords et les oppositions, depuis la fiche', () => {
  it('la case décochée, puis l’opposition, disent qui, quand et ce qu’elles arrêtent', async () => {
    const { page, open, plaintes, close } = await visit(base.app, 'sms-administrateur', PORTABLE);
    await open(`entrepreneurs/${palmer}/coordonnees`);
    await page.getByLabel('Accepte d’être contacté par SMS').click();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const accords = page.getByRole('table', { name: 'Qui a coché quoi' });
    await accords
      .getByText('décoché par Camille sms-administrateur sur l’onglet Coordonnées')
      .waitFor();
    await page
      .getByLabel('Peut recevoir')
      .getByText(/Décoché par Camille sms-administrateur/)
      .waitFor();

    await page.getByRole('button', { name: 'Enregistrer une opposition' }).click();
    const fenetre = page.getByRole('dialog', { name: 'Enregistrer une opposition' });
    await fenetre.getByRole('combobox', { name: 'Ce que la personne ne veut plus' }).click();
    await page.getByRole('option', { name: 'Tout message' }).click();
    await fenetre.getByRole('combobox', { name: 'Comment elle l’a demandé' }).click();
    await page.getByRole('option', { name: /de vive voix/ }).click();
    await fenetre.getByRole('button', { name: 'Enregistrer l’opposition' }).click();
    await page.getByText(/elle ne reçoit plus aucun message/).waitFor();
    await page
      .getByLabel('Peut recevoir')
      .getByText(/Elle s’est opposée le \d+\s\S+\s\d{4} \(saisi à la main\)\./)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.screenshot({ path: '.tmp/registre-fiche.png', fullPage: true });
    expect(plaintes).toEqual([]);
    await close();
  });

  it('la page Oppositions la montre, et la lève avec la preuve du nouvel accord', async () => {
    const { page, open, plaintes, close } = await visit(
      base.app,
      'sms-profil-specifique',
      PORTABLE
    );
    await open('contacts-emails-sms/oppositions');
    const ligne = page.getByRole('row').filter({ hasText: 'PALMER' });
    await ligne.getByText('Tout message').waitFor();
    await expectAccessible(page);
    await page.screenshot({ path: '.tmp/registre-oppositions.png' });
    await ligne.getByRole('button', { name: 'Lever' }).click();
    const fenetre = page.getByRole('dialog', { name: /^Lever l’opposition de/ });
    await fenetre.getByRole('combobox', { name: 'Pourquoi' }).click();
    await page.getByRole('option', { name: /de nouveau à recevoir/ }).click();
    const lever = fenetre.getByRole('button', { name: 'Lever l’opposition' });
    expect(await lever.isDisabled()).toBe(true);
    await fenetre.getByLabel('Où se trouve ce nouvel accord').fill('E-mail du 3 mars');
    await lever.click();
    await page.getByText('Aucune opposition : personne').waitFor();
    expect(plaintes).toEqual([]);
    await close();
  });
});

describe('Le journal', () => {
  it('dit ce qui précède, se filtre par sujet et par mot, et s’exporte', async () => {
    const { page, open, plaintes, close } = await visit(base.app, 'sms-administrateur', PORTABLE);
    await open('contacts-emails-sms/journal');
    const table = page.getByRole('table', { name: 'Journal' });
    await table.getByText(/^a levé une opposition à tout message/).waitFor();
    await table.getByText(/^a programmé «\sInfo\s» depuis la fiche Entrepreneur/).waitFor();
    await table
      .getByRole('link', { name: /PALMER/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.screenshot({ path: '.tmp/registre-journal.png' });
    await page.getByRole('combobox', { name: 'Sujet' }).click();
    await page.getByRole('option', { name: 'Modèles' }).click();
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    const attendu = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exporter' }).click();
    expect((await attendu).suggestedFilename()).toBe('journal.csv');
    expect(plaintes).toEqual([]);
    await close();
  });

  it('le Profil spécifique ne le voit pas', async () => {
    const { page, open, close } = await visit(base.app, 'sms-profil-specifique', PORTABLE);
    await open('contacts-emails-sms');
    expect(await page.getByRole('link', { name: 'Journal' }).count()).toBe(0);
    await close();
  });
});
