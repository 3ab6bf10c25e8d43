import { button, region } from './lieux.mjs';

const ONGLET_ENVOIS = 'E-mail / Newsletter / SMS';

const selectModele = (page) =>
  page
    .getByRole('link', { name: /^Sélectionner/ })
    .first()
    .click();

/** Guide §3, §7 to §9, and the evening. */
export const ENVOIS = [
  {
    nom: 'agenda',
    chemin: 'agenda?qui=tous',
    bas: (page) => page.locator('.fc'),
  },
  {
    nom: 'campagne-filtres',
    chemin: 'envoi-emails-sms/entrepreneur?contact=newsletter',
    hauteur: 1000,
    geste: async (page) => {
      await selectModele(page);
      await region(page, 'Combien de personnes').locator('[aria-busy="false"]').waitFor();
      await page.mouse.move(0, 0);
    },
    bas: (page) => region(page, 'Combien de personnes'),
  },
  {
    nom: 'campagne-destinataires',
    chemin: 'envoi-emails-sms/entrepreneur?contact=newsletter',
    hauteur: 1000,
    geste: async (page) => {
      await selectModele(page);
      await button(page, 'Filtrer').click();
      await page.getByRole('checkbox', { name: /^Tout cocher/ }).click();
      await page.getByText(/personnes cochées.*recevront/).waitFor();
      await page.mouse.move(0, 0);
    },
    bas: (page) => page.getByRole('row').nth(4),
  },
  {
    nom: 'fiche-action',
    chemin: 'actions?objet=Cartes en main',
    hauteur: 1500,
    geste: async (page) => {
      await page.getByRole('table').getByRole('link').first().click();
      await page.getByRole('tab', { name: ONGLET_ENVOIS }).click();
      await page.getByRole('checkbox', { name: 'Rattacher « Mail rappel rendez-vous »' }).click();
      await region(page, 'Déroulé').getByText('Présence').waitFor();
      await page
        .frameLocator('iframe[title="Message reçu"]')
        .getByText(/mars 2022/)
        .first()
        .waitFor();
      const choix = region(page, 'Choix du modèle d’envoi');
      await choix
        .getByText(/messages?[.,]/)
        .first()
        .waitFor();
      await page.mouse.move(0, 0);
    },
    bas: (page) => region(page, 'Choix du modèle d’envoi').getByRole('table'),
  },
  {
    nom: 'fiche-entrepreneur',
    chemin: 'entrepreneurs?nom=palmer',
    hauteur: 1500,
    geste: async (page) => {
      await page.getByRole('link', { name: 'PALMER Julien' }).first().click();
      await page.getByRole('table', { name: /^Historique des envois/ }).waitFor();
      await page.mouse.move(0, 0);
    },
    bas: (page) => page.getByRole('table', { name: /^Historique des envois/ }),
  },
  {
    nom: 'ce-soir',
    chemin: 'ce-soir',
    hauteur: 1200,
    avant: ({ beat }) => beat(),
    bas: (page) => page.getByRole('table', { name: 'Ce qui part' }),
  },
  {
    nom: 'statistiques',
    chemin: 'ce-soir/statistiques',
    hauteur: 1400,
    geste: async (page) => {
      await page.locator('.recharts-bar-rectangle path').first().waitFor();
    },
    bas: (page) => region(page, 'Messages envoyés par jour, par origine'),
  },
];
