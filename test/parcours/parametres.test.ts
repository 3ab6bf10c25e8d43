import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, stopApp, type App } from '../strapi/harness';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const MOT_DE_PASSE = 'un-secret-d-operateur';

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

async function save(): Promise<void> {
  await visite.page.getByRole('button', { name: 'Enregistrer' }).click();
}

describe('Guide §1 : les prérequis techniques, réglés à l’écran', () => {
  it('la page dit d’abord ce qui manque pour envoyer', async () => {
    const { page, open } = visite;
    await open('contacts-emails-sms/reglages-des-envois');
    await page.getByRole('heading', { name: 'Prêt à envoyer ?' }).waitFor();
    await page.getByText('Aucun fournisseur de SMS n’est choisi').first().waitFor();
    await expectAccessible(page);
  });

  it('une adresse mal écrite est refusée au champ, une bonne est gardée', async () => {
    const { page, open } = visite;
    const adresse = page.getByLabel('Adresse d’expédition');
    await adresse.fill('contact@');
    await save();
    const expediteur = page.getByRole('region', { name: 'Expéditeur des e-mails' });
    await expediteur.getByText('Saisissez une seule adresse e-mail').waitFor();
    await page.getByText('Rien n’est enregistré : un champ est à corriger.').waitFor();
    await adresse.fill('contact@bge-demo.fr');
    await page.getByLabel('Adresse prévenue quand le stock').fill('direction@bge-demo.fr');
    await save();
    await page.getByText('Les réglages sont enregistrés.').waitFor();
    await open('contacts-emails-sms/reglages-des-envois');
    await expect.poll(() => adresse.inputValue()).toBe('contact@bge-demo.fr');
    const prevenue = page.getByLabel('Adresse prévenue quand le stock');
    expect(await prevenue.inputValue()).toBe('direction@bge-demo.fr');
  });

  it('un pays de plus s’ouvre aux SMS', async () => {
    const { page, open } = visite;
    const pays = page.getByLabel('Pays où les SMS peuvent partir');
    await pays.click();
    await page.getByRole('option', { name: 'Belgique (+32)' }).click();
    await page.keyboard.press('Escape');
    await pays.getByText('10 pays').waitFor();
    await save();
    await page.getByText('Les réglages sont enregistrés.').waitFor();
    await open('contacts-emails-sms/reglages-des-envois');
    await pays.getByText('10 pays').waitFor();
  });

  it('le mot de passe du compte SMS entre et ne ressort jamais', async () => {
    const { page, open } = visite;
    await page.getByLabel('Fournisseur').click();
    await page.getByRole('option', { name: 'OVHcloud' }).click();
    await page.getByLabel('Compte SMS').fill('sms-ab12345-1');
    await page.getByLabel('Login').fill('utilisateur');
    await page.getByLabel(/^Mot de passe\W*$/).fill(MOT_DE_PASSE);
    await page.getByLabel('Nom de l’expéditeur').fill('BGE Hauts de France');
    await save();
    const compte = page.getByRole('region', { name: 'Envoi des SMS' });
    await compte.getByText('11 lettres ou chiffres au plus, dont une lettre').waitFor();
    await page.getByLabel('Nom de l’expéditeur').fill('BGE');
    await save();
    await page.getByText('Le compte OVHcloud est complet.').waitFor();
    const lu = page.waitForResponse((reponse) => reponse.url().endsWith('/parametres'));
    await open('contacts-emails-sms/reglages-des-envois');
    expect(await (await lu).text()).not.toContain(MOT_DE_PASSE);
    await page.getByText('Renseigné, chiffré.').waitFor();
    expect(await page.content()).not.toContain(MOT_DE_PASSE);
    await expectAccessible(page);
  });

  it('une autre passerelle part de réglages connus, qui se corrigent', async () => {
    const { page } = visite;
    await page.getByLabel('Fournisseur').click();
    await page.getByRole('option', { name: 'Autre passerelle' }).click();
    await page.getByLabel('Partir des réglages de').click();
    await page.getByRole('option', { name: 'Octopush' }).click();
    await page.getByText('Login : l’adresse e-mail du compte.').waitFor();
    const reglages = page.getByLabel('Réglages de la passerelle');
    expect(await reglages.inputValue()).toContain('https://api.octopush.com/v1');
    await reglages.fill('{ "url": ');
    await page.getByText('Ce n’est pas du JSON').waitFor();
    await page.getByLabel('Partir des réglages de').click();
    await page.getByRole('option', { name: 'smsmode' }).click();
    await save();
    // The password of OVHcloud stays with OVHcloud.
    await page.getByText('Le compte Autre passerelle est incomplet').waitFor();
    await page.getByText('À saisir de nouveau : le compte ou l’adresse').waitFor();
    await page.getByRole('button', { name: 'Remplacer' }).click();
    await page.getByLabel('Mot de passe ou clé').fill('cle-de-smsmode');
    await save();
    await page.getByText('Le compte Autre passerelle est complet.').waitFor();
    await expectAccessible(page);
  });

  it('rien ne s’est plaint dans le navigateur', () => {
    expect(visite.plaintes).toEqual([]);
  });

  it('le journal des exemplaires se lit par pages, adresses masquées', async () => {
    const { page, open } = visite;
    const journal = page.getByRole('region', { name: 'Journal des exemplaires' });
    await open('contacts-emails-sms/reglages-des-envois');
    await journal.getByText('Personne ne s’est encore envoyé d’exemplaire.').waitFor();
    await app.strapi.db.connection.raw(
      `INSERT INTO sms_exemplaires (utilisateur_id, genre, transport, vers, empreinte, modele_nom, demande_le, issue)
       SELECT u.id, 'exemplaire', 'mail', 'ca•••@exemple.fr', 'x', 'Modèle ' || n, now(), 'parti'
         FROM admin_users u, generate_series(1, 12) n`
    );
    await open('contacts-emails-sms/reglages-des-envois');
    await journal.getByRole('cell', { name: 'Modèle 12' }).waitFor();
    await journal.getByText('Page 1 sur 2').waitFor();
    await journal.getByRole('button', { name: 'Page suivante' }).click();
    await journal.getByRole('cell', { name: 'Modèle 2', exact: true }).waitFor();
    await expectAccessible(page);
  });
});
