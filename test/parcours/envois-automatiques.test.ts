import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';
import { proveAdresse } from './preuve';

const PAGE = 'contacts-emails-sms/envois-automatiques';
/** Thursday 3 March 2022 in the afternoon: PALMER's atelier is on Saturday, J-2. */
const JEUDI_SOIR = new Date('2022-03-03T18:00:00Z');

let base: BaseDuGuide;
let visite: Visite;
let page: Page;
let rappel: string;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  rappel = await base.createModele({
    nom: 'Mail rappel rendez-vous',
    objet: 'Rappel de votre rendez-vous',
    message:
      '<p>Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}, rendez-vous le ${action_date# j F Y}.</p>',
  });
  visite = await visit(base.app, 'sms-administrateur');
  page = visite.page;
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

const popup = (): Locator => page.getByRole('dialog');

/** Opens the list of a field of the popup and picks values; a list of several values stays open. */
async function choose(champ: string, ...valeurs: string[]): Promise<void> {
  const multiple = valeurs.length > 1 || !/contact|Avant/.test(champ);
  await popup().getByRole('combobox', { name: champ }).click();
  for (const valeur of valeurs) {
    await page.getByRole('option', { name: valeur, exact: true }).click();
  }
  if (multiple) {
    await page.keyboard.press('Escape');
  }
}

describe('Guide §6.c : paramétrer un nouvel envoi automatique', () => {
  it('le tableau vide invite à créer le premier envoi', async () => {
    await visite.open(PAGE);
    await page.getByText('Aucun envoi automatique : créez le premier').waitFor();
    await expectAccessible(page);
  });

  it('sans type de contact ni modèle, la pop-up dit ce qui manque', async () => {
    await page.getByRole('button', { name: 'Créer un envoi' }).first().click();
    await popup().getByRole('button', { name: 'Enregistrer' }).click();
    await popup().getByText('Choisissez le type de contact.').waitFor();
    await popup().getByText('Choisissez le modèle de contact.').waitFor();
  });

  it('les étapes proposées sont celles de l’ODS choisie', async () => {
    expect(await popup().getByRole('combobox', { name: 'Étape' }).isDisabled()).toBe(true);
    await choose('Nature de l’action', 'Collective');
    await choose('Type d’action', 'Atelier');
    await choose('ODS', "Activ'Créa lot 1");
    await popup().getByRole('combobox', { name: 'Étape' }).click();
    await expect
      .poll(() => page.getByRole('option').allTextContents())
      .toEqual(['Atelier "Cartes en main"', 'Atelier "Je découvre"', 'Atelier coaching']);
    await page.getByRole('option', { name: 'Atelier "Cartes en main"' }).click();
    await page.keyboard.press('Escape');
  });

  it('le délai se lit J-2, avec un exemple daté, et J-1 est déconseillé', async () => {
    await choose('Type de contact', 'E-mail');
    await choose('Modèle de contact', 'Mail rappel rendez-vous');
    await popup().getByLabel('Délai d’envoi').fill('1');
    await popup().getByText('J-1 est déconseillé').waitFor();
    await popup().getByLabel('Délai d’envoi').fill('2');
    await popup()
      .getByText('Une action du samedi 5 mars : le message part le jeudi 3 mars à 19h.')
      .waitFor();
    await popup().getByText('5 personnes ce soir.').waitFor();
    await expectAccessible(page, '[role=dialog]');
  });

  it('l’envoi enregistré se lit en une phrase dans le tableau', async () => {
    await popup().getByRole('button', { name: 'Enregistrer' }).click();
    const question = page.getByRole('alertdialog', { name: 'Enregistrer cet envoi actif ?' });
    await question.getByText('5 personnes ce soir.').waitFor();
    await question.getByRole('button', { name: 'Enregistrer actif' }).click();
    await page.getByText('L’envoi automatique est créé.').waitFor();
    await page
      .getByText(
        'Chaque soir à 19h, l’e-mail « Mail rappel rendez-vous » part aux participants des actions collectives',
        { exact: false }
      )
      .waitFor();
    await page.getByText('5 personnes ce soir.').waitFor();
    await expectAccessible(page);
  });

  it('un envoi sans aucun critère se confirme, avec son nombre de personnes', async () => {
    await page.getByRole('button', { name: 'Créer un envoi' }).first().click();
    await choose('Type de contact', 'E-mail');
    await choose('Modèle de contact', 'Mail rappel rendez-vous');
    await popup()
      .getByText(/personnes ce soir/)
      .first()
      .waitFor();
    await popup()
      .getByText(
        /^Deux envois le même soir\s: «\sMail rappel rendez-vous\s» \(5 personnes ce soir\)/
      )
      .waitFor();
    await popup().getByRole('button', { name: 'Enregistrer' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText('Écrire aux participants de toutes les actions ?').waitFor();
    await question.getByText(/\d+ personnes ce soir/).waitFor();
    await question.getByRole('button', { name: 'Annuler' }).click();
    await popup().getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
  });
});

describe('Guide §6.d : tester le paramétrage, l’atelier du samedi de PALMER à J-2', () => {
  it('la simulation dit qui recevrait quoi, à quelle adresse', async () => {
    await page.getByRole('button', { name: 'Simuler « Mail rappel rendez-vous »' }).click();
    await page.getByText('Le jeudi 3 mars à 19h : 5 messages partiraient.').waitFor();
    await page.getByRole('cell', { name: 'julien.palmer@boite.test' }).waitFor();
    await page.getByRole('button', { name: 'Lire le message de PALMER Julien' }).click();
    await popup().getByText('Bonjour Julien, rendez-vous le 5 mars 2022.').waitFor();
    await page.keyboard.press('Escape');
    await popup().waitFor({ state: 'detached' });
    await expectAccessible(page);
  });

  it('un exemplaire du message de PALMER arrive à soi seul', async () => {
    await page
      .getByRole('button', { name: 'M’envoyer un exemplaire du message de PALMER Julien' })
      .click();
    await page.getByRole('button', { name: 'Envoyer l’exemplaire' }).click();
    await proveAdresse(page, base.boite);
    await page.getByText(/Exemplaire envoyé à sms-administrateur-/).waitFor();
    expect(base.boite.mails.map(({ subject }) => subject)).toEqual([
      '[Exemplaire] Rappel de votre rendez-vous',
    ]);
  });

  it('l’envoi test n’atteint que la fiche test', async () => {
    await visite.open(PAGE);
    await page.getByRole('button', { name: 'Envoi test des E-mails et des sms' }).click();
    // The only rule there is: ticked already.
    const seule = popup().getByRole('checkbox', { name: /Mail rappel rendez-vous/ });
    await seule.waitFor();
    expect(await seule.isChecked()).toBe(true);
    await expectAccessible(page, '[role=dialog]');
    await popup().getByRole('button', { name: 'Envoyer aux fiches test' }).click();
    await popup().getByText('1 message de test part maintenant.').waitFor();
    await popup().getByRole('button', { name: 'Fermer' }).first().click();
    await base.tick(new Date('2022-03-03T14:05:00Z'));
    expect(base.mailsDe('Rappel de votre rendez-vous')).toEqual(['camille.test@boite.test']);
  });

  it('exécuté maintenant, l’envoi part aux cinq personnes et 19h ne répète rien', async () => {
    await page.getByRole('button', { name: 'Simuler « Mail rappel rendez-vous »' }).click();
    await page.getByRole('button', { name: 'Exécuter maintenant' }).click();
    await page.getByText('partira tout de suite à 5 vraies personnes').waitFor();
    await page.getByRole('button', { name: 'Envoyer à 5 personnes' }).click();
    await page.getByText('5 messages partent maintenant ; le soir ne répétera rien.').waitFor();
    await base.tick(new Date('2022-03-03T14:10:00Z'));
    await base.tick(JEUDI_SOIR);
    expect(base.mailsDe('Rappel de votre rendez-vous')).toEqual([
      'amadou.diallo@boite.test',
      'camille.test@boite.test',
      'camille.test@boite.test',
      'julien.palmer@boite.test',
      'nl.creation@boite.test',
      'sophie.martin@boite.test',
    ]);
  });

  it('« Pourquoi ne l’a-t-on pas reçu ? » nomme la première raison', async () => {
    await visite.open(`${PAGE}/pourquoi`);
    const recherche = page.getByRole('combobox', { name: 'Personne et action' });
    await recherche.pressSequentially('palmer');
    await page.getByRole('option', { name: /Diag RDV 1, le 6 mars 2022/ }).click();
    await page.getByText(/Nature de l’action\s: «\sIndividuelle\s»/).waitFor();
    await expectAccessible(page);
  });

  it('l’action choisie reste celle qu’on a choisie quand on quitte le champ', async () => {
    await page.keyboard.press('Tab');
    await page.waitForLoadState('networkidle');
    const reponse = page.getByRole('status', { name: 'Réponse' });
    await expect.poll(() => reponse.getByRole('heading').innerText()).toContain('06/03/2022');
  });
});

describe('Guide §6.e : inactiver et supprimer un envoi', () => {
  it('la confirmation dit qui ne recevra plus rien', async () => {
    base.setHeure(new Date('2022-03-03T14:00:00Z'));
    await visite.open(PAGE);
    await page.getByRole('button', { name: 'Rendre « Mail rappel rendez-vous » inactif' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText(/personnes? ne recevra plus rien ce soir|plus rien ce soir/).waitFor();
    await question.getByRole('button', { name: 'Rendre inactif' }).click();
    await page.getByText('Inactif : rien ne part.').waitFor();
  });

  it('un envoi dont le modèle est inactif apparaît en rouge, et le dit', async () => {
    await base.ask('post', `/modeles/${rappel}/inactif`, { inactif: true });
    await visite.open(PAGE);
    await page
      .getByText('Rien ne part : le modèle « Mail rappel rendez-vous » est inactif')
      .waitFor();
    await expectAccessible(page);
  });

  it('la corbeille supprime l’envoi, et l’historique reste', async () => {
    await page.getByRole('button', { name: 'Supprimer « Mail rappel rendez-vous »' }).click();
    await page.getByRole('button', { name: 'Supprimer l’envoi' }).click();
    await page.getByText('Aucun envoi automatique : créez le premier').waitFor();
    const [compte] = await base.sql<{ n: number }>('SELECT count(*)::int AS n FROM sms_envois');
    expect(compte?.n).toBe(6);
  });

  it('rien ne s’est plaint dans le navigateur', () => {
    expect(visite.plaintes).toEqual([]);
  });
});
