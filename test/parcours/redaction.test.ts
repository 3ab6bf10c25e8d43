import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { createEcranModele, type EcranModele } from './ecran-modele';
import { closeNavigateur, visit, type Visite } from './navigateur';

const MODULE = 'contacts-emails-sms';

let base: BaseDuGuide;
let visite: Visite;
let ecran: EcranModele;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

/** As somebody else each time: what the last one left unsaved is not offered again. */
async function openNouveau(page: string): Promise<void> {
  visite = await visit(base.app, 'sms-administrateur', { width: 1366, height: 768 });
  ecran = createEcranModele(base, visite);
  await visite.open(`${MODULE}/${page}/nouveau`);
  await ecran.message().click();
}

describe('Un lien fait d’un signet', () => {
  it('s’applique, ou dit quoi écrire', async () => {
    await openNouveau('modeles-mailing');
    const { button, message, page } = ecran;
    await page.keyboard.type('Rejoindre');
    await page.keyboard.press('Shift+Control+ArrowLeft');
    await button('Lien').click();
    await page.getByLabel('Adresse').fill('rejoindre ${action_lien_visio}');
    await button('Appliquer').click();
    await page.getByText('Une page web, un e-mail, un téléphone').waitFor();
    await button('Mettre le lien visio de l’action').click();
    await button('Appliquer').click();
    await message().locator('a', { hasText: 'Rejoindre' }).waitFor();
    expect(await message().locator('a').getAttribute('href')).toBe('${action_lien_visio}');
  });
});

describe('Le catalogue des signets', () => {
  it('comprend les mots de tous les jours, quelle que soit la famille ouverte', async () => {
    await openNouveau('modeles-mailing');
    const { button, page } = ecran;
    await button('Insérer un signet').nth(1).click();
    await page.getByRole('button', { name: 'La personne', pressed: true }).waitFor();
    const recherche = page.getByRole('combobox', { name: 'Chercher un signet' });
    await recherche.fill('rdv');
    await page.getByRole('option', { name: /^Date et heure de l’action/ }).waitFor();
    await recherche.fill('civilité');
    await page.getByRole('option', { name: /^Civilité Monsieur/ }).waitFor();
    expect(await page.getByRole('option', { name: /participant/ }).count()).toBe(0);
    await recherche.fill('nom de famille');
    await page.keyboard.press('Enter');
    await ecran.signet('Nom').waitFor();
  });
});

describe('Le bloc « Bouton »', () => {
  it('laisse écrire dedans, et après lui', async () => {
    await openNouveau('modeles-newsletter');
    const { button, message, page } = ecran;
    await page.keyboard.type('Avant');
    await button('Bouton').click();
    await page.getByLabel('Adresse').fill('bge.fr/ateliers');
    await page.keyboard.press('Enter');
    await message().getByText('En savoir plus').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' sur nos ateliers');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Après le bouton');
    await expect
      .poll(() => message().innerText())
      .toMatch(/Avant\s+En savoir plus sur nos ateliers\s+Après le bouton/);
  });
});

describe('Un tableau collé', () => {
  const TABLEAU =
    '<table><tr><td>Date</td><td>Heure</td></tr><tr><td>05/03/2022</td><td>9h30</td></tr></table>';

  it.each(['modeles-mailing', 'modeles-sms'])(
    'donne une ligne par rangée dans %s',
    async (page) => {
      await openNouveau(page);
      await ecran.paste(TABLEAU);
      await expect
        .poll(() => ecran.message().innerText())
        .toMatch(/^\s*Date \| Heure\s+05\/03\/2022 \| 9h30\s*$/);
    }
  );
});

describe('Une pièce jointe au nom très long', () => {
  it('laisse sa corbeille en vue, et se retire', async () => {
    const nom = `${'Attestation de présence à l’atelier '.repeat(6)}.pdf`;
    await openNouveau('modeles-mailing');
    const { page } = ecran;
    await page.getByLabel('Fichiers à joindre').setInputFiles({
      name: nom,
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%attestation\n'),
    });
    const corbeille = page.getByRole('button', { name: `Retirer « ${nom} »` });
    await corbeille.waitFor();
    const [lien, bouton] = await Promise.all([
      page.getByRole('button', { name: nom, exact: true }).boundingBox(),
      corbeille.boundingBox(),
    ]);
    expect(lien!.x + lien!.width).toBeLessThanOrEqual(bouton!.x);
    // Playwright clicks only what nothing covers.
    await corbeille.click();
    await corbeille.waitFor({ state: 'detached' });
  });
});
