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

describe('Un signet tapé dans un modèle d’action', () => {
  it('la date de l’action vient la première, et le texte de repli garde ses espaces jusqu’à la réception', async () => {
    await openNouveau('modeles-mailing');
    const { button, message, page, said, signet } = ecran;
    await page.getByLabel('Nom du modèle').fill('Convocation');
    await page.getByRole('radio', { name: 'Suivi' }).click();
    await page.getByRole('checkbox', { name: 'Fiche Action' }).setChecked(true);
    for (const autre of ['Campagne', 'Fiche entrepreneur']) {
      await page.getByRole('checkbox', { name: autre, exact: true }).setChecked(false);
    }
    await page.getByRole('textbox', { name: 'Objet' }).fill('Convocation');
    await message().click();
    await page.keyboard.type('Le ${dat');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await signet('Date et heure de l’action').waitFor();
    await page.keyboard.type(', rejoindre ${lien visio');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await signet('Lien visio').click();
    await page
      .getByLabel('Texte écrit quand l’information manque')
      .pressSequentially('à venir bientôt');
    await button('Fermer').click();
    await signet('ou « à venir bientôt »').waitFor();
    await button('Enregistrer').click();
    await said('Modèle enregistré.');
    expect((await ecran.read()).message).toContain(
      'Le ${action_date}, rejoindre ${action_lien_visio|à venir bientôt}'
    );
    const { id, documentId } = base.seed.actions.palmerAtelier!;
    await base.sql('UPDATE actions SET lien_visio = NULL WHERE id = $1', [id]);
    const modele = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(
      await base.ask('post', `/actions/${documentId}/envoyer`, { modeleDocumentIds: [modele] })
    ).toMatchObject({ status: 200 });
    await base.tick(new Date('2022-03-03T14:00:30Z'));
    expect(base.mailsDe('Convocation')).toContain('julien.palmer@boite.test');
    expect(base.boite.mails[0]?.text).toContain(', rejoindre à venir bientôt');
  });
});
