import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { createEcranModele, LISTE_MAILING, type EcranModele } from './ecran-modele';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';
import { proveAdresse } from './preuve';

let base: BaseDuGuide;
let visite: Visite;
let ecran: EcranModele;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  await base.createModele({
    nom: 'offre promotionnelle',
    objet: 'Amis entrepreneurs, profitez de votre avantage !',
    message: '<p>essai</p>',
    but: 'promotion',
  });
  visite = await visit(base.app, 'sms-administrateur');
  ecran = createEcranModele(base, visite);
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

async function choosePersonne(recherche: string, ligne: RegExp): Promise<void> {
  const champ = ecran.page.getByRole('combobox', { name: 'Montrer le message pour' });
  await champ.pressSequentially(recherche);
  await ecran.page.getByRole('option', { name: ligne }).first().click();
}

describe('Guide §5.a : accès aux modèles', () => {
  it('la liste dit le nom, l’objet, qui, pour qui, par quelle modalité et le statut', async () => {
    const { page } = ecran;
    await visite.open(LISTE_MAILING);
    const ligne = page.getByRole('row', { name: /offre promotionnelle/ });
    expect(await ligne.innerText()).toMatch(/profitez de votre avantage/);
    expect(await ligne.innerText()).toMatch(/Créateur \/ repreneur d’entreprise/);
    expect(await ligne.innerText()).toMatch(/Toutes/);
    expect(await ligne.innerText()).toMatch(/actif/i);
    await expectAccessible(page);
  });

  it('la liste se filtre par statut', async () => {
    const { page, said } = ecran;
    await page.getByRole('combobox', { name: 'Statut' }).click();
    await page.getByRole('option', { name: 'Inactifs', exact: true }).click();
    await said('Aucun modèle ne correspond à ces filtres.');
  });
});

describe('Guide §5.b : création d’un nouveau modèle', () => {
  it('un modèle auquel il manque quelque chose dit quoi, à sa place', async () => {
    const { button, page, said } = ecran;
    await visite.open(LISTE_MAILING);
    await page.getByRole('link', { name: 'Créer un modèle' }).first().click();
    await page.getByLabel('Nom du modèle').fill('Mail rappel rendez-vous');
    await button('Enregistrer').click();
    await said('Choisissez le but du message.');
    await said(/L’objet est obligatoire/);
    await expectAccessible(page);
  });

  it('un signet s’écrit en tapant ${ puis quelques lettres', async () => {
    const { message, page, signet } = ecran;
    await page.getByRole('radio', { name: 'Suivi' }).click();
    await page.getByRole('textbox', { name: 'Objet' }).click();
    await page.keyboard.type('Rappel du ${date et heure');
    await page.getByRole('option', { name: /Date et heure de l’action/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type(' à Lens');
    await message().click();
    await page.keyboard.type('Bonjour ${prénom part');
    await page.getByRole('option', { name: /Prénom \(participant\)/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(', rendez-vous le ${action_date# j F} à ');
    await signet('Date et heure de l’action').waitFor();
  });

  it('le catalogue s’ouvre d’un bouton, se cherche et insère au curseur', async () => {
    const { button, page, signet } = ecran;
    await button('Insérer un signet').nth(1).click();
    await page.getByRole('button', { name: 'L’action et ses participants' }).click();
    await page.getByRole('combobox', { name: 'Chercher un signet' }).fill('ville du lieu');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await signet('Ville du lieu').waitFor();
  });

  it('un clic sur un signet règle l’écriture de sa date et son texte de repli', async () => {
    const { button, page, signet } = ecran;
    await signet('Date et heure de l’action').click();
    await page.getByRole('radio', { name: 'samedi 5 mars 2022 à 09:30' }).click();
    await page.getByLabel('Texte écrit quand l’information manque').fill('bientôt');
    await expectAccessible(page);
    await button('Fermer').click();
    await signet('Date et heure de l’action ou « bientôt »').waitFor();
  });

  it('un signet inconnu est rouge, et se corrige d’un clic', async () => {
    const { message, page, said } = ecran;
    await message().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ${personne/personne_nomm}');
    await message().locator('.signet-inconnu').waitFor();
    await said(/Le signet «\s\${personne\/personne_nomm}\s» n’existe pas/);
    await page.getByRole('button', { name: /^Remplacer par « Nom »/ }).click();
    await message().locator('.signet-inconnu').waitFor({ state: 'detached' });
  });

  it('un texte collé de Word perd son habillage et rend ses signets', async () => {
    const { message, page, paste, signet } = ecran;
    await page.keyboard.press('Control+End');
    await paste(
      `<p class=MsoNormal style='mso-margin-top-alt:auto;font-family:"Calibri"'>Votre \\$<span
       lang=EN>{personne/</span>personne_civilite} <b>préférée</b><o:p></o:p></p>`
    );
    await signet('Civilité').waitFor();
    expect(await message().innerHTML()).not.toMatch(/Mso|Calibri|o:p/);
  });

  it('une modalité que les signets ne permettent pas dit pourquoi', async () => {
    const { page, said } = ecran;
    await expect
      .poll(() => page.getByRole('checkbox', { name: 'Campagne' }).isDisabled())
      .toBe(true);
    await said(/lit une action\s: remplacez-le par un signet de la personne/);
    expect(await page.getByRole('checkbox', { name: 'Fiche Action' }).isChecked()).toBe(true);
  });

  it('une pièce jointe s’ajoute, se nomme, se pèse', async () => {
    const { button, page, said } = ecran;
    await page.getByLabel('Fichiers à joindre').setInputFiles({
      name: 'Attestation.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%attestation\n'),
    });
    await button('Attestation.pdf').waitFor();
    await said(/1 ko sur 2 Mo/);
  });

  it('l’aperçu montre le message à PALMER, pour une de ses actions', async () => {
    const { button, courriel, page } = ecran;
    await choosePersonne('palmer', /PALMER.*Diag RDV 1, le 6 mars 2022/);
    await courriel().getByText('Bonjour Julien').waitFor();
    await courriel().getByText('préférée').waitFor();
    await button('Texte seul').click();
    await page.locator('pre').getByText('Bonjour Julien').waitFor();
    await button('Ordinateur').click();
    await expectAccessible(page);
  });

  it('l’enregistrement garde le message et ses signets tels que le guide les écrit', async () => {
    const { button, courriel, page, read, said } = ecran;
    await button('Enregistrer').click();
    await said('Modèle enregistré.');
    await page.waitForURL(/modeles-mailing\/[a-z0-9]{20,}/);
    await courriel().getByText('Bonjour Julien').waitFor();
    const { objet, message: texte, modalites, piecesDeposees } = await read();
    expect(objet).toBe('Rappel du ${action_date} à Lens');
    expect(texte).toContain('Bonjour ${tableN.action_beneficiaire_personne/personne_prenom}, ');
    expect(texte).toContain('le ${action_date# l j F Y à H:i|bientôt} à ');
    expect(texte).toContain('${personne/personne_nom}');
    expect(texte).toContain('${personne/personne_civilite} <strong>préférée</strong>');
    expect(modalites).toEqual(['envoi_automatique', 'fiche_action']);
    expect(piecesDeposees.map(({ nom }) => nom)).toEqual(['Attestation.pdf']);
  });

  it('un exemplaire part à soi seul, une fois son adresse prouvée, avec la pièce jointe', async () => {
    const { button, page, said } = ecran;
    await button('M’envoyer un exemplaire').click();
    await expectAccessible(page, '[role=alertdialog]');
    await button('Envoyer l’exemplaire').click();
    await page.getByRole('dialog', { name: 'Prouvez votre adresse' }).waitFor();
    await expectAccessible(page, '[role=dialog]');
    await proveAdresse(page, base.boite);
    await said(/Exemplaire envoyé à/);
    expect(base.boite.mails).toHaveLength(1);
    expect(base.boite.mails[0]?.html).toContain(
      'voici le message tel qu’il est pour PALMER Julien'
    );
    expect(base.boite.mails[0]?.subject).toMatch(/^\[Exemplaire\] Rappel du /);
    expect(base.boite.mails[0]?.attachments[0]?.filename).toBe('Attestation.pdf');
    expect(await base.sql('SELECT id FROM sms_envois')).toEqual([]);
    // Proved once: the next one leaves at once.
    await button('M’envoyer un exemplaire').click();
    await button('Envoyer l’exemplaire').click();
    await expect.poll(() => base.boite.mails.length).toBe(2);
  });
});

describe('Guide §5.c : inactivation et suppression', () => {
  it('un modèle se duplique en une copie inactive, qui s’ouvre', async () => {
    const { button, page } = ecran;
    await visite.open(LISTE_MAILING);
    await button('Dupliquer « Mail rappel rendez-vous »').click();
    await page.getByRole('heading', { name: 'Copie de Mail rappel rendez-vous' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Inactif' }).isChecked()).toBe(true);
  });

  it('un modèle s’inactive en cochant la case', async () => {
    const { button, open, page, said } = ecran;
    await open('Mail rappel rendez-vous');
    await page.getByRole('checkbox', { name: 'Inactif' }).click();
    await button('Enregistrer').click();
    await said('Brouillon enregistré : il est inactif.');
    await page.getByRole('checkbox', { name: 'Inactif' }).click();
    await button('Enregistrer').click();
    await said('Modèle enregistré.');
  });

  it('un modèle jamais utilisé se supprime, après confirmation', async () => {
    const { button, page, said } = ecran;
    await visite.open(LISTE_MAILING);
    await button('Supprimer « Copie de Mail rappel rendez-vous »').click();
    await button('Supprimer le modèle').click();
    await said('« Copie de Mail rappel rendez-vous » est supprimé.');
    await page
      .getByRole('link', { name: 'Copie de Mail rappel rendez-vous' })
      .waitFor({ state: 'detached' });
  });

  it('un modèle d’un envoi automatique ne se supprime pas : la corbeille dit pourquoi', async () => {
    const { button, said } = ecran;
    const modeles = await base.ask<{ nom: string; documentId: string }[]>(
      'get',
      '/modeles?typeContact=email'
    );
    const rappel = modeles.data.find(({ nom }) => nom === 'Mail rappel rendez-vous');
    await base.createRegle({
      typeContact: 'email',
      modeleDocumentId: rappel?.documentId,
      delai: -2,
      criteres: { natures: ['Collective'] },
    });
    await visite.open(LISTE_MAILING);
    const corbeille = button(/Ce modèle sert dans un envoi automatique : rendez-le inactif/);
    await corbeille.click();
    await said('Rendre ce modèle inactif ?');
    await button('Ne rien changer').click();
  });
});

it('rien ne s’est plaint dans le navigateur', () => {
  expect(visite.plaintes).toEqual([]);
});
