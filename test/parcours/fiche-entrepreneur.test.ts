import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const ECRAN = { width: 1366, height: 768 };

let base: BaseDuGuide;
let visite: Visite;
let palmer: string;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  await base.createModele({
    ...{ nom: 'Mes droits', objet: 'Vos droits' },
    message: '<p>Bonjour ${personne/personne_prenom}.</p>',
  });
  await base.createModele({ typeContact: 'sms', nom: 'Rappel', message: 'Pensez a vos pieces' });
  visite = await visit(base.app, 'sms-conseiller', ECRAN);
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

describe('Guide §9 : écrire à un entrepreneur', () => {
  it('9.a. la personne se trouve par son numéro ; l’en-tête dit ce qu’elle peut recevoir, et pourquoi non', async () => {
    const { page, open } = visite;
    await open('entrepreneurs');
    await page.getByRole('textbox', { name: 'Un n° de téléphone' }).fill('06 39 98 00 01');
    const lien = page.getByRole('link', { name: 'PALMER Julien' });
    await lien.waitFor();
    await page.getByText('1 entrepreneur', { exact: true }).waitFor();
    await expectAccessible(page);
    await lien.click();
    await page.getByRole('heading', { name: 'PALMER Julien' }).waitFor();
    await page.getByText('E-mail : oui, à julien.palmer@boite.test').waitFor();
    await page.getByText('SMS : oui, à 06 39 98 00 01').waitFor();
    await page.getByText('168 rue Raymond Losserand, 75014 Paris').waitFor();
    await expectAccessible(page);
  });

  it('9.a. la barre de recherche, en haut de toute page, mène à la fiche', async () => {
    const { page, open } = visite;
    await open('agenda');
    const barre = page.getByRole('combobox', { name: 'Rechercher une personne' });
    await barre.pressSequentially('vasseur');
    await page.getByRole('option', { name: /^VASSEUR Hélène · contact ·/ }).click();
    await page.getByRole('heading', { name: 'VASSEUR Hélène' }).waitFor();
    await barre.pressSequentially('0639980001');
    await page.getByRole('option', { name: /^PALMER Julien · entrepreneur ·/ }).click();
    await page.getByRole('heading', { name: 'PALMER Julien' }).waitFor();
    expect(await barre.inputValue()).toBe('');
    await page.getByText('Entreprise accompagnée').waitFor();
    await expectAccessible(page);
  });

  it('9.b. « Programmer l’envoi (fait de nuit) » dit quand, et le soir le message est reçu', async () => {
    const { page } = visite;
    await page.getByRole('checkbox', { name: 'Rattacher « Mes droits »' }).click();
    await page.getByRole('button', { name: 'Programmer l’envoi (fait de nuit)' }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByText('« Mes droits » partira ce soir à 19h00.').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await fenetre.getByRole('button', { name: 'Programmer l’envoi' }).click();
    await page.getByText('1 message est programmé.').waitFor();
    const historique = page.getByRole('table', { name: /^Historique des envois/ });
    await historique.getByText('Envoi programmé').waitFor();
    await historique.getByText('Fiche entrepreneur').waitFor();
  });

  it('« Coordonnées » se corrige sur place : le message programmé suit la nouvelle adresse', async () => {
    const { page, open } = visite;
    await page.getByRole('tab', { name: 'Coordonnées' }).click();
    await page.getByText('1 message programmé suivra ce que vous enregistrez.').waitFor();
    await page.getByRole('textbox', { name: 'E-mail, ligne 1' }).fill('julien@nouvelle.test');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('E-mail : oui, à julien@nouvelle.test').waitFor();
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    expect(base.mailsDe('Vos droits')).toEqual(['julien@nouvelle.test']);
    await open(`entrepreneurs/${palmer}`);
    await page.getByText('julien@nouvelle.test').last().waitFor();
    await page.getByRole('table').getByText('Envoyé', { exact: true }).waitFor();
  });

  it('9.c. tant qu’il est programmé, un envoi s’annule depuis l’historique : il ne part pas', async () => {
    const { page } = visite;
    await page.getByRole('tab', { name: 'SMS', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Rattacher « Rappel »' }).click();
    await page.getByRole('button', { name: 'Programmer l’envoi (fait de nuit)' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Programmer l’envoi' }).click();
    await page.getByText('1 message est programmé.').waitFor();
    await page.getByRole('button', { name: 'Annuler « Rappel » pour PALMER Julien' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler cet envoi' }).click();
    await page.getByRole('table').getByText('Annulé', { exact: true }).waitFor();
    await page.getByText(/^annulé le 03\/03\/2022/).waitFor();
    await base.tick(new Date('2022-03-04T18:00:00Z'));
    expect(base.listSms()).toEqual([]);
  });

  it('« Envoyer maintenant » n’est que pour qui en a le droit, et n’attend pas le soir', async () => {
    const { page } = visite;
    await page.getByRole('button', { name: 'Programmer l’envoi (fait de nuit)' }).waitFor();
    expect(await page.getByRole('button', { name: 'Envoyer maintenant' }).count()).toBe(0);
    const avant = base.mailsDe('Vos droits').length;
    const { page: sienne, open, close, plaintes } = await visit(base.app, 'sms-administrateur');
    await open(`entrepreneurs/${palmer}`);
    await sienne.getByRole('checkbox', { name: 'Rattacher « Mes droits »' }).click();
    await sienne.getByRole('button', { name: 'Envoyer maintenant' }).click();
    const fenetre = sienne.getByRole('dialog');
    await fenetre.getByText('« Mes droits » partira immédiatement.').waitFor();
    await fenetre.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await sienne.getByText('1 message part.').waitFor();
    await base.tick(new Date('2022-03-04T18:30:00Z'));
    expect(base.mailsDe('Vos droits')).toHaveLength(avant + 1);
    expect(plaintes).toEqual([]);
    await close();
  });

  it('qui ne peut rien recevoir : la raison mène aux coordonnées, et « Actions » aux actions', async () => {
    const { page, open } = visite;
    await open(`entrepreneurs/${base.seed.entrepreneurs.paris!.documentId}`);
    await page.getByText(/^E-mail\s: non\. L’e-mail accepté est une adresse fictive/).waitFor();
    await page.getByRole('checkbox', { name: 'Rattacher « Mes droits »' }).click();
    await page.getByRole('button', { name: 'Programmer l’envoi (fait de nuit)' }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByText('Personne ne recevra ce message : rien ne partira.').waitFor();
    await fenetre.getByText(/ne partira pas\s: personne ne peut le recevoir/).waitFor();
    await fenetre.getByText('L’e-mail accepté est une adresse fictive').waitFor();
    expect(await fenetre.getByText(/partira ce soir/).count()).toBe(0);
    const programmer = fenetre.getByRole('button', { name: 'Programmer l’envoi' });
    expect(await programmer.isDisabled()).toBe(true);
    await fenetre.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('tab', { name: 'Actions' }).click();
    await page.getByRole('link', { name: 'Entretien émergence' }).click();
    await page.getByRole('heading', { name: /^Action : Entretien émergence/ }).waitFor();
  });

  it('un contact et un partenaire ont la même fiche, plus légère', async () => {
    const { page, open } = visite;
    await open('contacts-et-partenaires/contacts');
    await page.getByRole('link', { name: 'VASSEUR Hélène' }).click();
    await page.getByText('E-mail : oui, à helene.vasseur@boite.test').waitFor();
    await expectAccessible(page);
    await open('contacts-et-partenaires/partenaires');
    await page.getByRole('link', { name: 'Menuiserie de la Scarpe' }).click();
    await page.getByRole('tab', { name: 'Coordonnées' }).click();
    await page.getByText('Cette entreprise n’a pas de contact référent actif').waitFor();
    expect(visite.plaintes).toEqual([]);
  });

  it('« Créer » un contact prévient d’un double, et ouvre ses coordonnées', async () => {
    const { page, open, plaintes, close } = await visit(base.app, 'sms-profil-specifique', ECRAN);
    await open('contacts-et-partenaires/contacts');
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    const fenetre = page.getByRole('dialog', { name: 'Créer un contact individuel' });
    await fenetre.getByRole('textbox', { name: 'Nom', exact: true }).fill('VASSEUR');
    await fenetre.getByRole('textbox', { name: 'Prénom' }).fill('Hélène');
    await fenetre.getByText(/^Cette personne a peut-être déjà une fiche/).waitFor();
    await fenetre.getByRole('textbox', { name: 'Prénom' }).fill('Anne');
    await fenetre.getByRole('textbox', { name: 'Courriel pro' }).fill('anne@banque.test');
    await expectAccessible(page, '[role=dialog]');
    await fenetre.getByRole('button', { name: 'Créer la fiche' }).click();
    await page.getByRole('heading', { name: 'VASSEUR Anne' }).waitFor();
    await page.getByText('E-mail : oui, à anne@banque.test').waitFor();
    await open('contacts-et-partenaires/partenaires');
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    await page.getByRole('textbox', { name: 'Raison sociale' }).fill('Banque du Nord');
    await page.getByRole('button', { name: 'Créer la fiche' }).click();
    await page.getByRole('heading', { name: 'Banque du Nord' }).waitFor();
    await page.getByRole('link', { name: 'Ouvrir ses contacts' }).waitFor();
    expect(plaintes).toEqual([]);
    await close();
  });
});
