import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { createUser, type User } from '../strapi/harness';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const ECRAN = { width: 1366, height: 768 };
const PAGE = 'contacts-emails-sms/profils';

let base: BaseDuGuide;
let visite: Visite;
let page: Page;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  visite = await visit(base.app, 'sms-administrateur', ECRAN);
  ({ page } = visite);
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

async function capture(nom: string): Promise<void> {
  const dossier = process.env['CAPTURES'];
  if (dossier !== undefined) {
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${dossier}/${nom}.png` });
  }
}

const choix = (ligne: string, colonne: string) =>
  page.getByRole('combobox', { name: `${ligne}, ${colonne}`, exact: true });
const coche = (ligne: string, colonne: string) =>
  page.getByRole('checkbox', { name: `${ligne}, ${colonne}`, exact: true });
const dit = (phrase: string | RegExp) => page.getByText(phrase).first().waitFor();

describe('Guide §4 : définir les profils de droit', () => {
  it('la liste montre les trois profils et leurs utilisateurs', async () => {
    await visite.open(PAGE);
    for (const nom of ['Administrateur', 'Profil spécifique', 'Conseiller']) {
      await page.getByRole('link', { name: nom, exact: true }).waitFor();
    }
    await capture('profils-liste');
    await expectAccessible(page);
  });

  it('un profil se crée par son nom, et s’ouvre sans aucun droit', async () => {
    await page.getByLabel('Nom du profil').fill('Équipe');
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    await page.getByRole('heading', { name: 'Équipe', level: 1 }).waitFor();
    expect(await coche('Contacts individuels', 'Visible').isChecked()).toBe(false);
    await capture('profils-vide');
  });

  it('chaque page se règle par périmètre, chaque geste se coche, et tout se retrouve', async () => {
    await coche('Contacts individuels', 'Visible').check();
    expect(await choix('Contacts individuels', 'Tout').inputValue()).toBe('consulter');
    await choix('Contacts individuels', 'Tout').selectOption('');
    for (const ligne of ['Entrepreneurs', 'Actions', 'Contacts individuels']) {
      await choix(ligne, 'Équipe').selectOption('creer');
    }
    await choix('Historique des envois d’une fiche', 'Équipe').selectOption('consulter');
    await coche('Envoyer depuis la fiche Entrepreneur', 'Équipe').check();
    await capture('profils-matrice');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await dit('Le profil « Équipe » est enregistré');
    await visite.open(PAGE);
    await page.getByRole('link', { name: 'Équipe', exact: true }).click();
    await choix('Contacts individuels', 'Équipe').waitFor();
    expect(await choix('Contacts individuels', 'Tout').inputValue()).toBe('');
    expect(await choix('Contacts individuels', 'Équipe').inputValue()).toBe('creer');
    expect(await coche('Envoyer depuis la fiche Entrepreneur', 'Équipe').isChecked()).toBe(true);
  });

  it('quitter sans enregistrer se demande', async () => {
    await page.getByLabel('Description').fill('Suit son équipe.');
    await page.getByRole('main').getByRole('link', { name: 'Profils' }).click();
    const question = page.getByRole('alertdialog', { name: 'Quitter sans enregistrer ?' });
    await question.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
    await page.getByRole('heading', { name: 'Nouveau profil' }).waitFor();
  });

  it('un profil se duplique sous un nom à soi, et sa copie se supprime', async () => {
    await page.getByRole('button', { name: 'Dupliquer « Conseiller »' }).click();
    const fenetre = page.getByRole('alertdialog');
    await fenetre.getByLabel('Nom du nouveau profil').fill('Consultant');
    await capture('profils-dupliquer');
    await fenetre.getByRole('button', { name: 'Créer la copie' }).click();
    await page.getByRole('heading', { name: 'Consultant', level: 1 }).waitFor();
    expect(await choix('Entrepreneurs', 'Tout').inputValue()).toBe('creer');
    await visite.open(PAGE);
    const garde = page.getByRole('button', { name: /^« Conseiller » est l’un des trois/ });
    expect(await garde.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Supprimer « Consultant »' }).click();
    await capture('profils-supprimer');
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Supprimer le profil' })
      .click();
    await dit('Le profil est supprimé.');
    await expect
      .poll(() => page.getByRole('link', { name: 'Consultant', exact: true }).count())
      .toBe(0);
  });
});

describe('Décision G17 : à qui est rattaché un compte, et ce qu’il voit', () => {
  let compte: User;

  it('un compte limité et rattaché à rien est signalé', async () => {
    compte = await createUser(base.app, 'sms-conseiller');
    await base.sql(
      `UPDATE admin_permissions SET conditions = '["plugin::sms-mailing.perimetre-antenne"]'
        WHERE id IN (SELECT l.permission_id FROM admin_permissions_role_lnk l
                       JOIN admin_roles r ON r.id = l.role_id WHERE r.code = 'sms-conseiller')`
    );
    await visite.open(PAGE);
    const ligne = page.getByRole('row').filter({ hasText: compte.email });
    await ligne.getByText(/Rattaché à rien/).waitFor();
    await capture('profils-comptes');
  });

  it('on la fait remplacer du premier au dernier jour, et c’est dit à côté de son nom', async () => {
    const remplacante = await createUser(base.app, 'sms-conseiller');
    await visite.open(PAGE);
    const ligne = page.getByRole('row').filter({ hasText: compte.email });
    await ligne.getByRole('button', { name: /^Rattachement/ }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByRole('combobox', { name: 'Remplacé(e) par' }).click();
    await page.getByRole('option', { name: new RegExp(remplacante.email) }).click();
    await fenetre.getByRole('combobox', { name: /^Du/ }).fill('01/03/2022');
    await page.keyboard.press('Tab');
    await fenetre.getByRole('combobox', { name: /^Au/ }).fill('10/03/2022');
    await page.keyboard.press('Tab');
    await capture('profils-remplacement');
    await fenetre.getByRole('button', { name: 'Enregistrer' }).click();
    await ligne.getByText(/remplacé\(e\) par Camille .* du 01\/03\/2022 au 10\/03\/2022/).waitFor();
    await ligne.getByRole('button', { name: /^Rattachement/ }).waitFor();
  });

  it('rien ne s’est plaint pendant la visite', () => {
    expect(visite.plaintes).toEqual([]);
  });
});
