import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { createEcranModele, LISTE_MAILING, type EcranModele } from './ecran-modele';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';
import { proveAdresse } from './preuve';

let base: BaseDuGuide;
let visite: Visite;
let ecran: EcranModele;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  await base.createModele({ nom: 'offre promotionnelle', objet: 'Offre', message: '<p>essai</p>' });
  visite = await visit(base.app, 'sms-administrateur');
  ecran = createEcranModele(base, visite);
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

/** Wider than any message. */
async function drawPhoto(page: Page): Promise<Buffer> {
  const adresse = await page.evaluate<string>(`(() => {
    const toile = document.createElement('canvas');
    [toile.width, toile.height] = [3000, 40];
    return toile.toDataURL('image/png');
  })()`);
  return Buffer.from(adresse.slice(adresse.indexOf(',') + 1), 'base64');
}

describe('Guide §5.a : les SMS', () => {
  it('le compteur dit le nombre de SMS et les lettres qui coûtent', async () => {
    const { button, message, page, said } = ecran;
    await visite.open('contacts-emails-sms/modeles-sms/nouveau');
    await page.getByLabel('Nom du modèle').fill('SMS rappel');
    await page.getByRole('radio', { name: 'Suivi' }).click();
    await message().click();
    await page.keyboard.type('Être à l’heure : ${prénom');
    await page
      .getByRole('option', { name: /Prénom/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await said('21 caractères, 1 SMS');
    await said(/Remplacés à l’envoi pour ne pas coûter plus cher\s: Ê → E, ’ → '/);
    await page.keyboard.type(' 😀');
    await said(/À cause de 😀, chaque SMS n’a plus que 70 caractères/);
    await page.keyboard.press('Backspace');
    await button('Simplifier les caractères').click();
    await page.getByText('Remplacés à l’envoi').waitFor({ state: 'detached' });
    await expectAccessible(page);
  });

  it('l’aperçu est un téléphone, et le coût se mesure sur les vrais destinataires', async () => {
    const { button, page, read, said } = ecran;
    await page.getByText("Etre à l'heure : Jack").waitFor();
    await button('Mesurer le coût sur les vrais destinataires').click();
    await said(/personnes? joignables par SMS/);
    await button('Enregistrer').click();
    await said('Modèle enregistré.');
    expect((await read()).message).toBe("Etre à l'heure : ${personne/personne_prenom} ");
  });
});

describe('Guide §5.a : le compteur suit les réglages de l’association', () => {
  const readParametres = async () =>
    (await base.ask<ParametresLus>('get', '/parametres')).data.parametres;
  const saveParametres = async (changements: object): Promise<void> => {
    const parametres = { ...(await readParametres()), ...changements };
    expect(await base.ask('put', '/parametres', parametres)).toMatchObject({ status: 200 });
  };

  it('caractères par SMS, accents gardés, mention STOP que l’opérateur ajoute à une promotion', async () => {
    const { message, page, said } = ecran;
    const { caracteresParSms, remplacerAccents, sms } = await readParametres();
    const ovh = { fournisseur: 'ovh-http2sms', compte: 'sms-1', login: 'bge', expediteur: 'BGE' };
    await saveParametres({
      ...{ caracteresParSms: 100, remplacerAccents: false },
      ...{ sms: { ...sms, ...ovh }, secrets: { motDePasse: 'mot-de-passe' } },
    });
    await visite.open('contacts-emails-sms/modeles-sms/nouveau');
    await page.getByRole('radio', { name: 'Promotion' }).click();
    await message().click();
    await page.keyboard.type('a'.repeat(90));
    await said('101 caractères, 2 SMS');
    await said(/Au-delà de 100 caractères.* et la mention STOP de l’opérateur \(11 caractères\)\./);
    await page.keyboard.type('ê');
    await said(/À cause de ê, chaque SMS n’a plus que 70 caractères/);
    await saveParametres({ caracteresParSms, remplacerAccents, sms });
  });
});

describe('Guide §5.a : les newsletters', () => {
  it('sont toujours une promotion, avec l’expéditeur et le lien de désinscription', async () => {
    const { button, courriel, message, page, read, said } = ecran;
    await visite.open('contacts-emails-sms/modeles-newsletter/nouveau');
    await page.getByLabel('Nom du modèle').fill('Newsletter de printemps');
    expect(await page.getByRole('radio', { name: 'Promotion' }).isChecked()).toBe(true);
    await page.getByRole('textbox', { name: 'Objet' }).fill('Nos ateliers');
    await message().click();
    await button('En-tête').click();
    await page.keyboard.type('Le printemps de la BGE');
    await courriel().getByRole('heading', { name: 'Le printemps de la BGE' }).waitFor();
    await message().locator('p').last().click();
    await button('Deux colonnes').click();
    await page.keyboard.type('À gauche');
    await button('Bouton').click();
    await page.getByLabel('Adresse').fill('bge.fr/ateliers');
    await page.keyboard.press('Enter');
    await courriel().getByText('Se désinscrire').waitFor();
    await courriel().getByRole('link', { name: 'En savoir plus' }).waitFor();
    await expectAccessible(page);
    await button('Enregistrer').click();
    await said('Modèle enregistré.');
    const { but, message: texte } = await read();
    expect(but).toBe('promotion');
    expect(texte).toContain('<a href="https://bge.fr/ateliers"');
  });

  it('une image de l’ordinateur, décrite, est réduite et voyage dans le message', async () => {
    const { button, courriel, message, page, read, said } = ecran;
    await message().click();
    await page.keyboard.press('ControlOrMeta+Home');
    await button('Image').click();
    await page.getByLabel('Description').fill('Nos locaux');
    await expectAccessible(page, '[role=dialog]');
    await page
      .getByLabel('Image à insérer')
      .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await drawPhoto(page) });
    await message().getByRole('img', { name: 'Nos locaux' }).click();
    await button('Réglages de l’image').click();
    await page.getByRole('combobox', { name: 'Taille' }).click();
    await page.getByRole('option', { name: 'Moyenne' }).click();
    await button('Appliquer').click();
    await said(/images du message comprises/);
    await button('Enregistrer').click();
    await said('Modèle enregistré.');

    await page.reload();
    const montree = courriel().getByRole('img', { name: 'Nos locaux' });
    expect(await montree.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    await message().getByRole('img', { name: 'Nos locaux' }).waitFor();
    const { message: texte, imagesDeposees } = await read();
    expect(texte).toMatch(/<img [^>]*src="image:\d+"/);
    expect(imagesDeposees.map(({ nom }) => nom)).toEqual(['photo.png']);

    await button('M’envoyer un exemplaire').click();
    await button('Envoyer l’exemplaire').click();
    await proveAdresse(ecran.page, base.boite);
    await said(/Exemplaire envoyé à/);
    const [image] = base.boite.mails.at(-1)?.attachments ?? [];
    expect(image).toMatchObject({ related: true, contentType: 'image/png' });
    // Width of a PNG, in its header: twice that of the sheet.
    expect(image?.content.readUInt32BE(16)).toBe(1_104);
  });
});

describe('Guide §5.b : un modèle qui n’est pas prêt', () => {
  it('ne devient pas actif tant qu’un signet est inconnu, mais se garde en brouillon', async () => {
    const { button, message, open, page, read, said } = ecran;
    await open('offre promotionnelle');
    await message().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ${zzzz/zzzz}');
    await button('Enregistrer').click();
    await said('Enregistrer comme brouillon ?');
    await button('Enregistrer inactif').click();
    await said('Brouillon enregistré : il est inactif.');
    expect((await read()).inactif).toBe(true);
  });

  it('quitté sans être enregistré, demande d’abord', async () => {
    const { button, message, page, said } = ecran;
    await message().click();
    await page.keyboard.type('x');
    await page.getByRole('link', { name: 'Modèles SMS' }).click();
    await said('Quitter sans enregistrer ?');
    await button('Annuler').click();
    expect(page.url()).toContain('modeles-mailing/');
    await page.getByRole('link', { name: 'Modèles SMS' }).click();
    await button('Quitter sans enregistrer').click();
    await page.getByRole('heading', { name: 'Modèles SMS', level: 1 }).waitFor();
  });
});

describe('Guide §5.c : un modèle dont un envoi est programmé', () => {
  it('demande ce que devient l’envoi avant d’être inactif, et le laisse partir', async () => {
    const { button, page, said } = ecran;
    const modele = await base.createModele({
      nom: 'Confirmation',
      objet: 'Confirmation',
      message: '<p>Bonjour</p>',
    });
    const palmer = base.seed.entrepreneurs.palmer!.documentId;
    await base.ask('post', `/entrepreneurs/${palmer}/programmer`, { modeleDocumentIds: [modele] });
    await visite.open(LISTE_MAILING);
    const ligne = page.getByRole('row', { name: /Confirmation/ });
    await ligne.getByRole('button', { name: /sert dans un prochain envoi/ }).click();
    await said('1 envoi programmé l’utilise. Que faire de ce qui est programmé ?');
    await expectAccessible(page, '[role=alertdialog]');
    expect(await button('Rendre inactif').isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'Les laisser partir à l’heure prévue' }).click();
    await button('Rendre inactif, laisser partir 1 envoi').click();
    await said('« Confirmation » est inactif.');
    expect(await base.sql(`SELECT statut FROM sms_envois WHERE statut = 'programme'`)).toHaveLength(
      1
    );
  });
});

describe('Guide §5 : qui ne peut que consulter', () => {
  it('lit le modèle et son aperçu, sans rien pouvoir changer', async () => {
    const conseiller = await visit(base.app, 'sms-conseiller');
    await conseiller.open(LISTE_MAILING);
    await conseiller.page.getByRole('link', { name: 'offre promotionnelle' }).click();
    await conseiller.page.getByText('Lecture seule').waitFor();
    await conseiller.page.frameLocator('iframe').getByText('essai').waitFor();
    const champ = conseiller.page.getByRole('textbox', { name: 'Message' });
    expect(await champ.getAttribute('contenteditable')).toBe('false');
    expect(await conseiller.page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
    await expectAccessible(conseiller.page);
    expect(conseiller.plaintes).toEqual([]);
    await conseiller.close();
  });
});

it('rien ne s’est plaint dans le navigateur', () => {
  expect(visite.plaintes).toEqual([]);
});
