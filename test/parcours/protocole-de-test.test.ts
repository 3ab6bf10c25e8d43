import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, visit, type Visite } from './navigateur';

/** What the gestionnaire of the test writes to herself. */
const MOI = 'moi@bge-essai.test';

let base: BaseDuGuide;
let visite: Visite;
let page: Page;
const faits = { clics: 0, saisies: 0 };
let debut: number;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  const rappel = {
    ...{ nom: 'Mail rappel rendez-vous', objet: 'Rappel de votre rendez-vous' },
    message:
      '<p>Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}, rendez-vous le ${action_date# j F Y}.</p>',
  };
  const modele = await base.createModele(rappel);
  // Two rules before hers: the one that she writes is not alone in the list.
  for (const delai of [2, 7]) {
    await base.createRegle({
      ...{ typeContact: 'email', modeleDocumentId: modele, delai },
      criteres: { natures: ['Collective'] },
    });
  }
  visite = await visit(base.app, 'sms-profil-specifique', { width: 1366, height: 768 });
  ({ page } = visite);
  await visite.open('entrepreneurs');
  debut = Date.now();
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

async function clic(quoi: Locator): Promise<void> {
  faits.clics += 1;
  await quoi.click();
}

async function saisit(champ: Locator, texte: string): Promise<void> {
  faits.saisies += 1;
  await champ.fill(texte);
}

/** A list that searches follows the keys. */
async function cherche(champ: Locator, texte: string): Promise<void> {
  faits.saisies += 1;
  await champ.pressSequentially(texte);
}

const bouton = (ou: Page | Locator, name: string): Locator =>
  ou.getByRole('button', { name, exact: true });
const fenetre = (): Locator => page.getByRole('dialog');
const menu = (name: string): Locator =>
  page.locator('nav').first().getByRole('link', { name, exact: true });

/** A list of one value closes by itself, of several by Escape. */
async function choisit(champ: string, valeur: string): Promise<void> {
  await clic(fenetre().getByRole('combobox', { name: champ, exact: true }));
  await clic(page.getByRole('option', { name: valeur, exact: true }));
}

async function coche(champ: string, valeur: string): Promise<void> {
  await choisit(champ, valeur);
  await page.keyboard.press('Escape');
}

describe('Guide §6.d : le protocole de test, à la souris, depuis nos pages', () => {
  it('1. une fiche test à son adresse', async () => {
    await clic(bouton(page, 'Créer'));
    await saisit(fenetre().getByRole('textbox', { name: 'Nom', exact: true }), 'TEST');
    await saisit(fenetre().getByRole('textbox', { name: 'Prénom' }), 'Zoé');
    await saisit(fenetre().getByRole('textbox', { name: 'E-mail' }), MOI);
    await clic(fenetre().getByRole('checkbox', { name: /^Fiche test/ }));
    await clic(bouton(fenetre(), 'Créer la fiche'));
    await page.getByText(`E-mail : oui, à ${MOI}`).waitFor();
  });

  it('2. une action un samedi, comme celle que vise la règle ; elle y est inscrite', async () => {
    await clic(menu('Actions'));
    await clic(bouton(page, 'Créer'));
    await saisit(fenetre().getByRole('textbox', { name: 'Objet' }), 'Essai du samedi');
    await choisit('Type d’action', 'Atelier');
    await choisit('Offre de service (ODS)', "Activ'Créa lot 1");
    await choisit('Étape', 'Atelier "Cartes en main"');
    await saisit(fenetre().getByRole('combobox', { name: /^Date/ }), '05/03/2022');
    await page.keyboard.press('Tab');
    await clic(bouton(fenetre(), 'Créer l’action'));
    // One arrives where she is enrolled.
    await cherche(page.getByRole('combobox', { name: 'Ajouter un participant' }), 'zoé');
    await clic(page.getByRole('option', { name: /^TEST Zoé/ }));
    await clic(bouton(page, 'Ajouter'));
    await page.getByText('TEST Zoé est inscrit.').waitFor();
  });

  it('3. la règle, à J-2, reprend les critères de l’action', async () => {
    await clic(menu('Contacts e‑mails/SMS'));
    await clic(page.getByRole('link', { name: 'Envois automatiques', exact: true }));
    await clic(bouton(page, 'Créer un envoi').first());
    await coche('Type d’action', 'Atelier');
    await coche('ODS', "Activ'Créa lot 1");
    await coche('Étape', 'Atelier "Cartes en main"');
    await choisit('Type de contact', 'E-mail');
    await choisit('Modèle de contact', 'Mail rappel rendez-vous');
    await saisit(fenetre().getByLabel('Délai d’envoi'), '2');
    await clic(bouton(fenetre(), 'Enregistrer'));
    await clic(page.getByRole('alertdialog').getByRole('button', { name: 'Enregistrer actif' }));
    await page.getByText('L’envoi automatique est créé.').waitFor();
  });

  it('4. inutile d’inactiver les autres : la règle écrite est la première, cochée, elle seule', async () => {
    await clic(bouton(page, 'Envoi test des E-mails et des sms'));
    const cases = fenetre().getByRole('checkbox');
    await expect.poll(() => cases.count()).toBe(3);
    const coches = await Promise.all((await cases.all()).map((une) => une.isChecked()));
    expect(coches).toEqual([true, false, false]);
    await clic(bouton(fenetre(), 'Envoyer aux fiches test'));
    await fenetre()
      .getByText(/messages? de test part/)
      .waitFor();
    await clic(fenetre().getByRole('button', { name: 'Fermer' }).last());
  });

  it('5. le message est reçu, à son adresse et à aucune vraie personne, et se relit à l’écran', async () => {
    await base.tick(new Date('2022-03-03T14:05:00Z'));
    const recus = base.boite.mails.filter(({ subject }) => subject?.startsWith('Rappel'));
    expect(
      recus.map(({ text }) => text?.includes('Bonjour Zoé, rendez-vous le 5 mars 2022.'))
    ).toContain(true);
    const vraies = await base.sql<{ nom: string }>(
      `SELECT e.nom FROM sms_envois v JOIN entrepreneurs e ON e.id = v.destinataire_id
        WHERE v.type_destinataire = 'entrepreneur' AND e.fiche_test IS NOT TRUE`
    );
    expect(vraies).toEqual([]);
    expect(base.mailsDe('Rappel de votre rendez-vous')).toContain(MOI);
    const barre = page.getByRole('combobox', { name: 'Rechercher une personne' });
    await cherche(barre, 'zoé');
    await clic(page.getByRole('option', { name: /^TEST Zoé/ }));
    await clic(page.getByRole('button', { name: /^Lire « Mail rappel rendez-vous »/ }));
    await fenetre().getByText('Rappel de votre rendez-vous').first().waitFor();
  });

  it('rien ne s’est plaint ; les gestes se comptent, et leur durée se lit', () => {
    const secondes = Math.round((Date.now() - debut) / 1000);
    console.log(
      `Protocole du guide §6.d : ${String(faits.clics)} clics, ${String(faits.saisies)} champs saisis, ${String(secondes)} s dans le navigateur.`
    );
    expect(faits.clics).toBeLessThanOrEqual(40);
    expect(visite.plaintes).toEqual([]);
  });
});
