import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const PAGE = 'envoi-emails-sms';
/** Thursday 3 March 2022: « aujourd'hui » of the guide's examples. */
const CE_SOIR = new Date('2022-03-03T18:00:00Z');
const DEMAIN_SOIR = new Date('2022-03-04T18:00:00Z');

let base: BaseDuGuide;
let visite: Visite;
let page: Page;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  await base.createModele({
    nom: 'Super offre',
    objet: 'Super offre',
    message: '<p>Bonjour ${personne/personne_prenom}, une formation vous attend.</p>',
  });
  await base.createModele({ nom: 'Rappel', objet: 'Rappel', message: '<p>Le ${action_date}</p>' });
  visite = await visit(base.app, 'sms-profil-specifique', { width: 1366, height: 768 });
  page = visite.page;
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

const dialogue = (): Locator => page.getByRole('dialog');
const compte = (): Locator => page.getByRole('region', { name: 'Combien de personnes' });
const tableau = (): Locator => page.getByRole('table', { name: 'Personnes trouvées' });

/** How many would receive, once the count has followed the filters: until then the page says that it is busy. */
async function personnes(): Promise<number> {
  await compte().locator('[aria-busy="false"]').waitFor();
  const [nombre = ''] = /^[\d\s]+(?= personne)/.exec(await compte().innerText()) ?? [];
  return Number(nombre.replace(/\s/g, ''));
}

/** Picks one in a filter that searches the server. */
async function pick(champ: string, texte: string, choix: string): Promise<void> {
  const boite = page.getByRole('combobox', { name: champ, exact: true });
  await boite.click();
  await boite.pressSequentially(texte);
  await page.getByRole('option', { name: choix }).click();
  // Several may be chosen: the list, whole again, waits for the next.
  await expect.poll(() => page.getByRole('option', { name: choix }).count()).toBe(0);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Retirer ${choix} de ${champ}` }).waitFor();
  await expect.poll(() => boite.inputValue()).toBe('');
}

describe('Guide §7.b : choisir les destinataires et le modèle', () => {
  it('les modèles prévus pour eux seuls sont proposés, les autres sur demande, avec leur raison', async () => {
    await visite.open(PAGE);
    await page.getByRole('heading', { name: 'Envoi aux entrepreneurs' }).waitFor();
    const modeles = page.getByRole('table', { name: 'Modèles à envoyer' });
    const entetes = await modeles.getByRole('columnheader').allInnerTexts();
    expect(entetes.slice(0, 5)).toEqual([
      'Noms des modèles actifs',
      'Campagnes associées',
      'Envois programmés',
      'Envois effectués',
      'Type destinataire',
    ]);
    expect(await modeles.getByText('Rappel', { exact: true }).count()).toBe(0);
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: 'Afficher tout' }).click();
    await modeles.getByText('n’est pas prévu pour « Campagne »').waitFor();
    expect(await page.getByRole('link', { name: 'Sélectionner « Rappel »' }).count()).toBe(0);
  });

  it('l’aperçu montre ce qui partira, sans quitter la liste', async () => {
    await page.getByRole('button', { name: 'Aperçu de « Super offre »' }).click();
    await dialogue().getByText('Super offre', { exact: true }).first().waitFor();
    await dialogue().getByRole('button', { name: 'Fermer' }).last().click();
    await page.getByRole('link', { name: 'Sélectionner « Super offre »' }).click();
    await page.getByRole('heading', { name: 'Personne', exact: true }).waitFor();
  });
});

describe('Guide §7.b : appliquer les filtres', () => {
  it('rien n’est filtré au départ ; le compte suit ce qu’on choisit, avec les exclus par raison', async () => {
    await compte().getByText('personnes').first().waitFor();
    const tous = await personnes();
    await expectAccessible(page);
    await pick('ODS', 'activ crea', "Activ'Créa lot 1");
    await pick('Référent entrepreneur', 'jerome', 'Jérôme ACCÈS');
    await compte().getByText('C’est une fiche test').waitFor();
    await expect.poll(personnes).toBeLessThan(tous);
  });

  it('chaque filtre est une phrase qu’on retire ; une période à l’envers est dite aussitôt', async () => {
    const avec = await personnes();
    await page.getByRole('button', { name: /^Retirer le filtre Référent/ }).click();
    await expect.poll(personnes).toBeGreaterThan(avec);
    await pick('Référent entrepreneur', 'jerome', 'Jérôme ACCÈS');
    await page.getByRole('heading', { name: 'Parcours', exact: true }).click();
    const debut = page.getByRole('group', { name: 'Date début ODS' });
    await debut.getByLabel('du').fill('31/01/2022');
    await debut.getByLabel('au').fill('01/01/2022');
    await page.keyboard.press('Tab');
    await compte().getByText('corrigez « du » et « au »').waitFor();
    await debut.getByText('La fin vient avant le début.').waitFor();
    expect(await page.getByRole('button', { name: 'Filtrer', exact: true }).isDisabled()).toBe(
      true
    );
    await debut.getByLabel('du').fill('01/01/2022');
    await debut.getByLabel('au').fill('31/01/2022');
    await page.keyboard.press('Tab');
    await compte().getByText('5 personnes').waitFor();
  });
});

describe('Guide §7.b : sélectionner, programmer', () => {
  it('les personnes filtrées, leurs colonnes, l’adresse qui servira', async () => {
    await page.getByRole('button', { name: 'Filtrer', exact: true }).click();
    await tableau().getByRole('link', { name: 'PALMER' }).waitFor();
    const entetes = await tableau().getByRole('columnheader').allInnerTexts();
    expect(entetes.filter(Boolean)).toEqual([
      'Civilité',
      'Nom',
      'Prénom',
      'E-mail utilisé',
      'Téléphone',
      'Référent',
      'Date dernière situation',
    ]);
    await tableau().getByText('nl.creation@boite.test').waitFor();
    await expectAccessible(page);
  });

  it('« Tout cocher » coche toutes les pages, moins une ; « Choix du filtre » revient, les coches tiennent', async () => {
    await page.getByRole('checkbox', { name: /^Tout cocher/ }).click();
    await page.getByRole('checkbox', { name: 'Cocher DIALLO Amadou' }).click();
    await page.getByText('5 personnes cochées (toutes sauf 1)').waitFor();
    await page.getByText(/^5 personnes cochées\s: 4 recevront ce message, 1 non\.$/).waitFor();
    await page.getByRole('button', { name: 'Voir pourquoi' }).click();
    await page.getByText(/^1 personne\s: C’est une fiche test/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Choix du filtre' }).click();
    await page.getByRole('button', { name: 'Filtrer', exact: true }).click();
    await page.getByText('5 personnes cochées (toutes sauf 1)').waitFor();
  });

  it('la confirmation dit combien, quand, et qui ne recevra pas ; le clic programme ce qu’elle a dit', async () => {
    await page.getByRole('button', { name: 'Programmer l’envoi (fait de nuit)' }).click();
    await dialogue().getByText('4 messages, à 4 vraies personnes').waitFor();
    await dialogue().getByText('« Super offre » partira ce soir à 19h00.').waitFor();
    await dialogue().getByText('1 personne ne recevra pas ce message').waitFor();
    await dialogue()
      .getByText(/^La liste des personnes est arrêtée maintenant/)
      .waitFor();
    await dialogue().getByRole('button', { name: 'Programmer l’envoi' }).click();
    await page
      .getByText(/^4 envois programmés\s: ils partiront ce soir à 19h00\.$/)
      .first()
      .waitFor();
    await page.getByText('Envoyé 0/4, 4 programmés').first().waitFor();
    const palmer = page.getByRole('row').filter({ hasText: 'PALMER Julien' });
    await palmer.getByText('julien.palmer@boite.test').waitFor();
    await palmer.getByText('adresse d’aujourd’hui, revérifiée au départ').waitFor();
    expect(
      await palmer.getByRole('link', { name: 'PALMER Julien' }).getAttribute('href')
    ).toContain(`/entrepreneurs/${base.seed.entrepreneurs.palmer!.documentId}`);
    expect(await base.countEnvois()).toEqual({ programme: 4 });
    await expectAccessible(page);
  });
});

describe('Guide §7.c : suivre, annuler, réparer', () => {
  it('l’historique dit « Envoi programmé » et rien de reçu, puis rouvre la campagne', async () => {
    await page.getByRole('link', { name: 'Historique des campagnes', exact: true }).click();
    const ligne = page.getByRole('row').filter({ hasText: 'Super offre' });
    await ligne.getByText('Envoi programmé').waitFor();
    const entetes = await page.getByRole('columnheader').allInnerTexts();
    expect(entetes).toEqual([
      'Statut',
      'Nom du modèle utilisé',
      'Date',
      'Type de destinataire',
      'Nombre d’envois',
      'Liens',
    ]);
    await expectAccessible(page);
    await ligne.getByRole('link', { name: /^Rouvrir/ }).click();
    await page.getByRole('tab', { name: /Envois programmés/ }).click();
    await tableau().getByRole('link', { name: 'PALMER' }).waitFor();
    await page.goBack();
    await page.goBack();
    await ligne.getByRole('link', { name: /^Suivre/ }).click();
  });

  it('un envoi coché s’annule ; à 19h les autres sont vraiment reçus, un échec est dit', async () => {
    await page.getByRole('tab', { name: /^Programmés/ }).click();
    await page.getByRole('checkbox', { name: /^Cocher LEFEBVRE/ }).click();
    await page.getByRole('button', { name: 'Annuler les envois cochés' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler 1 envoi' }).click();
    await page.getByText('Envoyé 0/3, 3 programmés, 1 annulé').first().waitFor();
    base.boite.refusees.add('sophie.martin@boite.test');
    await base.tick(CE_SOIR);
    expect(base.mailsDe('Super offre')).toEqual([
      'benoit.carlier@boite.test',
      'julien.palmer@boite.test',
    ]);
    await page.reload();
    await page.getByText('Envoyé 2/3, 1 échec, 1 annulé').first().waitFor();
    await page.getByRole('tab', { name: /^Échecs/ }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'MARTIN' })
      .getByText('Refusé par le filtre')
      .waitFor();
  });

  it('« Renvoyer aux échecs » les reprend, eux seuls, au soir suivant', async () => {
    base.boite.refusees.clear();
    await page.getByRole('button', { name: 'Renvoyer aux échecs' }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Renvoyer aux échecs' })
      .click();
    await page.getByText('1 envoi programmé').first().waitFor();
    await base.tick(DEMAIN_SOIR);
    expect(base.mailsDe('Super offre').filter((a) => a.startsWith('sophie'))).toHaveLength(1);
    expect(base.mailsDe('Super offre')).toHaveLength(3);
  });

  it('« Écrire à ceux qui l’ont reçu » garde ces personnes pour un autre modèle', async () => {
    await page.getByRole('link', { name: 'Écrire à ceux qui l’ont reçu' }).click();
    await page.getByRole('link', { name: 'Sélectionner « Super offre »' }).click();
    await page.getByText(/^A reçu la campagne\s: Super offre du/).waitFor();
    await expect.poll(() => tableau().getByRole('row').count()).toBe(1 + 3);
  });

  it('rien ne s’est plaint pendant la visite', () => {
    expect(visite.plaintes).toEqual([]);
  });
});
