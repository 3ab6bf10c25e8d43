import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import type { BaseDuGuide } from '../strapi/base-du-guide';
import { openActionDuGuide } from './action-du-guide';
import { expectAccessible, type Visite } from './navigateur';

const LIVRET = {
  name: 'livret.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\nlivret\n%%EOF\n'),
};

let base: BaseDuGuide;
let visite: Visite;
let action: string;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ base, visite, action, close } = await openActionDuGuide());
  // The time to change one's mind, as long as it may be.
  const { data } = await base.ask<ParametresLus>('get', '/parametres');
  await base.ask('put', '/parametres', { ...data.parametres, repentirSecondes: 60 });
  await base.createModele({
    ...{ typeContact: 'sms', nom: 'Rappel', message: 'Entretien le ${action_date# d/m}' },
  });
});

afterAll(() => close());

/** The window before the click, read and confirmed. */
async function confirm(fenetre: Locator): Promise<void> {
  await fenetre.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await fenetre.waitFor({ state: 'detached' });
}

/** How far below a box it stands, wherever the page is scrolled to. */
async function hauteurDepuis(quoi: Locator, case_: string): Promise<number> {
  const haut = async (lieu: Locator): Promise<number> => (await lieu.boundingBox())?.y ?? NaN;
  const repere = visite.page.getByRole('checkbox', { name: case_ });
  return Math.round((await haut(quoi)) - (await haut(repere)));
}

const choose = async (combobox: string, option: string): Promise<void> => {
  await visite.page.getByRole('combobox', { name: combobox }).click();
  await visite.page.getByRole('option', { name: option, exact: true }).click();
};

describe('Guide §8 : envoyer aux participants d’une action', () => {
  it('8.a. « palmer » se trouve et s’ajoute ; confirmé et présence se notent d’un seul geste', async () => {
    const { page, open } = visite;
    await open('actions');
    await page.getByRole('link', { name: 'Entretien émergence' }).first().click();
    await page.getByRole('tab', { name: /Participants/ }).click();
    await page
      .getByRole('combobox', { name: 'Ajouter un participant' })
      .pressSequentially('palmer');
    await page.getByRole('option', { name: /PALMER Julien/ }).click();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await choose('PALMER Julien a confirmé', 'Oui, par téléphone');
    await choose('Présence de PALMER Julien', 'Présent');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer 1 participant' }).click();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).waitFor();
    const [notee] = await base.sql(
      `SELECT p.confirme, p.confirme_source, p.presence FROM participations p
         JOIN participations_action_lnk la ON la.participation_id = p.id
         JOIN actions a ON a.id = la.action_id AND a.document_id = $1
         JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
         JOIN entrepreneurs e ON e.id = le.entrepreneur_id AND e.nom = 'PALMER'`,
      [action]
    );
    expect(notee).toEqual({ confirme: true, confirme_source: 'Téléphone', presence: 'Présent' });
  });

  it('8.b. la fenêtre dit qui, quand, avec quoi et pourquoi pas les autres ; « Annuler cet envoi » n’envoie rien', async () => {
    const { page, open } = visite;
    await page.getByRole('tab', { name: 'E-mail / Newsletter / SMS' }).click();
    await page.getByRole('checkbox', { name: 'Rattacher « Convocation »' }).click();
    await page.getByLabel('Fichiers à joindre').setInputFiles(LIVRET);
    await page.getByText('1 fichier joint à cet envoi.').waitFor();
    await page.getByText('3 participants cochés sur 4').waitFor();
    await page.getByRole('button', { name: 'Envoyer immédiatement aux participants' }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByText('2 messages, à 2 vraies personnes').waitFor();
    await fenetre.getByText('« Convocation » partira immédiatement.').waitFor();
    await fenetre.getByText(/jointe à cet envoi seulement/).waitFor();
    await fenetre.getByText(/1 personne ne recevra pas ce message/).waitFor();
    await expectAccessible(page, '[role=dialog]');
    const [fichier] = await Promise.all([
      page.waitForEvent('download'),
      fenetre.getByRole('button', { name: 'livret.pdf' }).click(),
    ]);
    expect(fichier.suggestedFilename()).toBe('livret.pdf');
    await confirm(fenetre);
    // The seconds run on the server, and the bar follows to any page.
    await open('agenda');
    await page.getByRole('button', { name: 'Annuler cet envoi' }).click();
    await page.getByText('2 messages sont annulés : personne ne l’a reçu.').waitFor();
    await base.tick(new Date('2022-03-03T14:02:00Z'));
    expect(base.mailsDe('Convocation')).toEqual([]);
  });

  it('8.b. envoyé pour de bon, avec un fichier : chacun le reçoit, puis le SMS', async () => {
    const { page, open } = visite;
    await open(`actions/${action}/envois`);
    await page.getByRole('checkbox', { name: 'Rattacher « Convocation »' }).click();
    await page.getByLabel('Fichiers à joindre').setInputFiles(LIVRET);
    await page.getByRole('button', { name: 'Retirer « livret.pdf »' }).waitFor();
    await page
      .getByRole('checkbox', { name: 'Seulement ceux qui ne l’ont pas encore reçu' })
      .click();
    await page.getByRole('button', { name: 'Envoyer immédiatement aux participants' }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByText('2 messages, à 2 vraies personnes').waitFor();
    await confirm(fenetre);
    await page.getByText(/Convocation\s: 2 messages partent dans/).waitFor();
    await base.tick(new Date('2022-03-03T14:04:00Z'));
    expect(base.mailsDe('Convocation')).toEqual([
      'amadou.diallo@boite.test',
      'julien.palmer@boite.test',
    ]);
    const recus = base.boite.mails.filter(({ subject }) => subject === 'Convocation');
    expect(recus.map(({ attachments }) => attachments.map(({ filename }) => filename))).toEqual([
      ['livret.pdf'],
      ['livret.pdf'],
    ]);
    expect(recus[0]?.text).toContain('Rendez-vous le 4 mars 2022 à 10:00.');

    await page.getByRole('button', { name: 'Envoyer aussi le SMS aux mêmes' }).click();
    const envoyer = page.getByRole('button', { name: 'Envoyer immédiatement aux participants' });
    // The message is on screen before the box is ticked: only the summary is still to come.
    await page.getByRole('button', { name: 'Aperçu de « Rappel »' }).click();
    await page.getByRole('region', { name: 'Aperçu' }).getByText('Entretien le 04/03').waitFor();
    const place = await hauteurDepuis(envoyer, 'Rattacher « Rappel »');
    await page.getByRole('checkbox', { name: 'Rattacher « Rappel »' }).click();
    await page.getByText(/, 1 personne exclue/).waitFor();
    expect(await hauteurDepuis(envoyer, 'Rattacher « Rappel »')).toBe(place);
    await envoyer.click();
    await confirm(page.getByRole('dialog'));
    await page
      .getByText(/messages? partent? dans/)
      .last()
      .waitFor();
    await base.tick(new Date('2022-03-03T14:06:00Z'));
    const palmer = base.listSms().find(({ vers }) => vers.endsWith('01'));
    expect(palmer?.texte).toContain('Entretien le 04/03');
  });

  it('8.c. l’historique de l’action : un envoi une ligne, ses personnes, le message tel qu’il est parti', async () => {
    const { page, open } = visite;
    await open(`actions/${action}/envois`);
    const historique = page.getByRole('table', { name: /^Historique des envois/ });
    await historique.getByText('Fiche action').first().waitFor();
    await historique.getByText('Annulé').first().waitFor();
    const envoyee = historique.getByRole('row', { name: /^Envoyé.*Convocation/ });
    await envoyee.getByRole('button', { name: '2 envois, 1 exclue' }).click();
    const personnes = page.getByRole('table', { name: 'Personnes de « Convocation »' });
    await personnes.getByText('julien.palmer@boite.test').waitFor();
    await expectAccessible(page);
    await personnes
      .getByRole('row', { name: /PALMER Julien/ })
      .getByRole('button', { name: /^Lire « Convocation »/ })
      .click();
    const message = page.getByRole('dialog');
    await message.getByRole('button', { name: 'livret.pdf' }).waitFor();
    await expectAccessible(page, '[role=dialog]');
    expect(visite.plaintes).toEqual([]);
  });
});
