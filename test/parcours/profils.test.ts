import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, startApp, stopApp, type App } from '../strapi/harness';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

let app: App;
let visite: Visite;

beforeAll(async () => {
  app = await startApp({ panel: true, listen: true });
  await app.strapi.documents('api::antenne.antenne').create({ data: { nom: 'Arras' } });
  visite = await visit(app, 'sms-administrateur', { width: 1366, height: 768 });
});

afterAll(async () => {
  await closeNavigateur();
  await stopApp(app);
});

const capture = async (nom: string): Promise<void> => {
  if (process.env.CAPTURES !== undefined) {
    await visite.page.screenshot({ path: `${process.env.CAPTURES}/${nom}.png` });
  }
};

describe('Guide §4 : définir les profils de droit', () => {
  it('la liste montre les trois profils et leurs utilisateurs', async () => {
    const { page, open } = visite;
    await open('contacts-emails-sms/profils');
    for (const nom of ['Administrateur', 'Profil spécifique', 'Conseiller']) {
      await page.getByRole('link', { name: nom, exact: true }).waitFor();
    }
    await capture('profils');
    await expectAccessible(page);
  });

  it('un profil se crée par son nom, et s’ouvre sans aucun droit', async () => {
    const { page } = visite;
    await page.getByLabel('Nom du profil').fill('Équipe création');
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    await page.getByRole('heading', { name: 'Équipe création', level: 1 }).waitFor();
    const visible = page.getByRole('checkbox', { name: 'Contacts individuels, Visible' });
    expect(await visible.isChecked()).toBe(false);
  });

  it('chaque page se règle par périmètre, chaque geste se coche, et tout se retrouve', async () => {
    const { page, open } = visite;
    await page.getByRole('checkbox', { name: 'Contacts individuels, Visible' }).check();
    const tout = page.getByRole('combobox', { name: 'Contacts individuels, Tout' });
    expect(await tout.inputValue()).toBe('consulter');
    await page
      .getByRole('combobox', { name: 'Contacts individuels, Équipe' })
      .selectOption('creer');
    await page
      .getByRole('checkbox', { name: 'Programmer et annuler une campagne, Équipe' })
      .check();
    await capture('matrice');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Le profil « Équipe création » est enregistré').first().waitFor();
    await open('contacts-emails-sms/profils');
    await page.getByRole('link', { name: 'Équipe création' }).click();
    const equipe = page.getByRole('combobox', { name: 'Contacts individuels, Équipe' });
    await equipe.waitFor();
    expect([await tout.inputValue(), await equipe.inputValue()]).toEqual(['consulter', 'creer']);
  });

  it('quitter sans enregistrer se demande', async () => {
    const { page } = visite;
    await page.getByLabel('Description').fill('Suit son équipe.');
    await page.getByRole('link', { name: 'Profils' }).last().click();
    const question = page.getByRole('alertdialog', { name: 'Quitter sans enregistrer ?' });
    await question.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
    await page.getByRole('heading', { name: 'Nouveau profil' }).waitFor();
  });

  it('un compte limité et rattaché à rien est signalé ; on lui donne une antenne', async () => {
    const { page, open } = visite;
    const compte = await createUser(app, 'sms-conseiller');
    await app.strapi.db.connection.raw(
      `UPDATE admin_permissions SET conditions = '["plugin::sms-mailing.perimetre-antenne"]'
        WHERE id IN (SELECT l.permission_id FROM admin_permissions_role_lnk l
                       JOIN admin_roles r ON r.id = l.role_id WHERE r.code = 'sms-conseiller')`
    );
    await open('contacts-emails-sms/profils');
    const ligne = page.getByRole('row').filter({ hasText: compte.email });
    await ligne.getByText(/^Rattaché à rien/).waitFor();
    await ligne.getByRole('button', { name: /^Rattacher/ }).click();
    await page.getByRole('combobox', { name: 'Antennes' }).click();
    await page.getByRole('option', { name: 'Arras' }).click();
    await page.keyboard.press('Escape');
    await capture('rattachement');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await ligne.getByText('antenne Arras').waitFor();
    await capture('comptes');
    await ligne.getByRole('link').click();
    await page.getByText('Antenne principale : Arras').waitFor();
    await capture('droits');
    await expectAccessible(page);
  });

  it('un Conseiller n’a pas la page, et lit pourquoi', async () => {
    const conseiller = await visit(app, 'sms-conseiller');
    await conseiller.open('contacts-emails-sms/modeles-mailing');
    expect(await conseiller.page.getByRole('link', { name: 'Profils' }).count()).toBe(0);
    await conseiller.close();
  });
});
