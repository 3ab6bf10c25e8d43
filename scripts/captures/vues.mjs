import { button, dialogue, region } from './lieux.mjs';
import { ENVOIS } from './vues-envois.mjs';

const MODULE = 'contacts-emails-sms';

const editeur = (page) => [
  page.getByText('Retour', { exact: true }),
  region(page, 'Le message'),
  region(page, 'Aperçu'),
];

/** The message of the preview has come. */
async function waitApercu(page, texte) {
  await page.frameLocator('iframe[title="Message reçu"]').getByText(texte).first().waitFor();
}

/** Types a name in a field, then takes that line of it, once no other name is left among them. */
async function choosePersonne(page, { champ, nom, ligne }) {
  await page.getByRole('combobox', { name: champ }).pressSequentially(nom);
  const options = page.getByRole('option');
  await options.filter({ hasText: nom }).first().waitFor();
  await options.filter({ hasNotText: nom }).first().waitFor({ state: 'detached' });
  await options.filter({ hasText: ligne }).first().click();
}

/** No field is outlined. */
function leaveField(page) {
  return page.locator(':focus').blur();
}

async function openMessage(page) {
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
}

/** One field of the popup « Créer un envoi ». */
async function choose(page, champ, valeur) {
  await dialogue(page).getByRole('combobox', { name: champ }).click();
  await page.getByRole('option', { name: valeur, exact: true }).click();
  if (!/contact/.test(champ)) {
    await page.keyboard.press('Escape');
  }
}

const modele =
  (liste, cle) =>
  ({ modeles }) =>
    `${MODULE}/${liste}/${modeles[cle]}`;

const MODELES = [
  {
    nom: 'modeles-liste',
    chemin: `${MODULE}/modeles-mailing`,
    bas: (page) => page.getByRole('row').nth(5),
  },
  {
    nom: 'modele-mailing',
    chemin: modele('modeles-mailing', 'rappel'),
    hauteur: 1400,
    geste: async (page) => {
      await openMessage(page);
      await choosePersonne(page, {
        champ: 'Montrer le message pour',
        nom: 'PALMER Julien',
        ligne: 'Cartes en main',
      });
      await page.getByText('À : PALMER Julien').waitFor();
      await waitApercu(page, /5 mars 2022/);
      await leaveField(page);
    },
    zone: editeur,
  },
  {
    nom: 'modele-catalogue',
    chemin: modele('modeles-mailing', 'rappel'),
    hauteur: 1800,
    geste: async (page) => {
      await openMessage(page);
      await button(page, 'Insérer un signet').nth(1).click();
      await button(page, 'L’action et ses participants').click();
      await page.getByRole('combobox', { name: 'Chercher un signet' }).fill('date');
    },
    zone: (page) => [region(page, 'Le message'), dialogue(page)],
  },
  {
    nom: 'modele-signet-date',
    chemin: modele('modeles-mailing', 'rappel'),
    hauteur: 1800,
    geste: async (page) => {
      await openMessage(page);
      const message = page.getByRole('textbox', { name: 'Message' });
      await message.locator('.signet').filter({ hasText: 'Date et heure' }).click();
    },
    zone: (page) => [region(page, 'Le message'), dialogue(page)],
  },
  {
    nom: 'modele-newsletter',
    chemin: modele('modeles-newsletter', 'printemps'),
    hauteur: 1400,
    geste: async (page) => {
      await openMessage(page);
      await button(page, 'Ordinateur').click();
      await waitApercu(page, 'Voir les ateliers');
    },
    zone: editeur,
  },
  {
    nom: 'modele-sms',
    chemin: modele('modeles-sms', 'rappelSms'),
    hauteur: 1200,
    geste: openMessage,
    zone: editeur,
  },
];

const ENVOIS_AUTOMATIQUES = [
  {
    nom: 'envois-automatiques',
    chemin: `${MODULE}/envois-automatiques`,
    // A rule takes two rows.
    bas: (page) => page.getByRole('row').nth(8),
  },
  {
    nom: 'envoi-automatique-creer',
    chemin: `${MODULE}/envois-automatiques`,
    hauteur: 1000,
    geste: async (page) => {
      await button(page, 'Créer un envoi').first().click();
      await choose(page, 'Nature de l’action', 'Collective');
      await choose(page, 'Type d’action', 'Atelier');
      await choose(page, 'ODS', "Activ'Créa lot 1");
      await choose(page, 'Étape', 'Atelier "Cartes en main"');
      await choose(page, 'Type de contact', 'E-mail');
      await choose(page, 'Modèle de contact', 'Mail rappel rendez-vous');
      await dialogue(page).getByLabel('Délai d’envoi').fill('2');
      await dialogue(page)
        .getByText(/personnes? ce soir/)
        .first()
        .waitFor();
    },
    zone: (page) => [dialogue(page)],
    marge: 0,
  },
  {
    nom: 'envoi-automatique-test',
    chemin: `${MODULE}/envois-automatiques`,
    geste: (page) => button(page, 'Envoi test des E-mails et des sms').click(),
    zone: (page) => [dialogue(page)],
    marge: 0,
  },
  {
    nom: 'simulation',
    chemin: `${MODULE}/envois-automatiques/simulation?soir=2022-03-03`,
    hauteur: 1000,
    geste: async (page) => {
      await page.getByRole('combobox', { name: 'Envoi automatique' }).click();
      await page.getByRole('option', { name: /^Enquête de satisfaction/ }).click();
      await page.getByRole('button', { name: '2 personnes ne recevraient rien' }).click();
      await page.getByText('adresse fictive').waitFor();
    },
    bas: (page) => region(page, 'Enquête de satisfaction'),
  },
  {
    nom: 'pourquoi',
    chemin: `${MODULE}/envois-automatiques/pourquoi`,
    geste: async (page) => {
      await choosePersonne(page, {
        champ: 'Personne et action',
        nom: 'BERNARD Antoine',
        ligne: '24 février 2022',
      });
      await page.getByRole('heading', { name: /du 24\/02\/2022$/ }).waitFor();
      await leaveField(page);
    },
    bas: (page) => page.getByRole('status', { name: 'Réponse' }).getByRole('listitem').nth(2),
  },
];

const REGLAGES = [
  {
    nom: 'package-sms',
    chemin: `${MODULE}/packages-sms`,
    bas: (page) => page.locator('#main-content'),
  },
  {
    nom: 'pret-a-envoyer',
    chemin: `${MODULE}/reglages-des-envois`,
    avant: async ({ install, beat }) => {
      await install();
      await beat();
    },
    zone: (page) => [region(page, 'Prêt à envoyer ?')],
  },
  {
    nom: 'parametres',
    chemin: `${MODULE}/reglages-des-envois`,
    hauteur: 2000,
    avant: ({ install }) => install(),
    zone: (page) => [region(page, 'Expéditeur des e-mails'), region(page, 'Envoi des SMS')],
  },
];

/**
 * The pictures of docs/guide, in its order: where, what is done `avant` to the base, the `geste` on the page,
 * and what is kept: the page down to `bas`, or a `zone` of it. Those that change the base are the last.
 */
export const VUES = [
  {
    nom: 'accueil',
    chemin: '',
    hauteur: 1200,
    // Somebody delivers: else the page says that nothing will leave.
    avant: ({ beat }) => beat(),
    bas: (page) => region(page, 'Package SMS'),
  },
  ...MODELES,
  {
    nom: 'signets',
    chemin: `${MODULE}/signets`,
    bas: (page) => page.getByRole('row').nth(4),
  },
  ...ENVOIS_AUTOMATIQUES,
  ...ENVOIS,
  ...REGLAGES,
];
