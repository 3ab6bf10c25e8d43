import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const CONVOCATION = '<p>Rendez-vous le ${action_date# j F Y à H:i}.</p>';
const ENVOYER = 'Envoyer immédiatement aux participants';

let base: BaseDuGuide;
let visite: Visite;

const cocher = (page: Page, modele: string) =>
  page.getByRole('checkbox', { name: `Rattacher « ${modele} »` }).click();

/** From the button of the page to the end of its window. */
async function envoyer(page: Page): Promise<void> {
  await page.getByRole('button', { name: ENVOYER }).click();
  const fenetre = page.getByRole('dialog');
  await fenetre.getByText(/vraies? personnes?/).waitFor();
  await fenetre.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await fenetre.waitFor({ state: 'detached' });
}

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  const modele = (nom: string, suite: object = {}) =>
    base.createModele({ nom, objet: nom, message: CONVOCATION, ...suite });
  await modele('Convocation');
  await modele('Changement d’horaire');
  await modele('SMS d’accès', { typeContact: 'sms', objet: '', message: 'A tout a l’heure' });
  await modele('Aux formateurs', {
    message: '<p>Merci</p>',
    destinataires: ['contact_individuel'],
  });
  const { data } = await base.ask<{ parametres: object }>('get', '/parametres');
  await base.ask('put', '/parametres', { ...data.parametres, repentirSecondes: 30 });
  visite = await visit(base.app, 'sms-conseiller', { width: 1366, height: 768 });
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

describe('Guide §8 : écrire aux participants d’une action', () => {
  it('8.a. l’action se trouve par son objet ; son en-tête dit quand, où, avec qui, combien', async () => {
    const { page, open } = visite;
    await open('actions');
    await page.getByRole('textbox', { name: 'Objet' }).fill('emergence');
    const ligne = page.getByRole('row').filter({ hasText: 'Entretien émergence' });
    await ligne.getByText('2(0)/10').waitFor();
    await page.getByText('1 action', { exact: true }).waitFor();
    await expectAccessible(page);
    await ligne.getByRole('link', { name: 'Entretien émergence' }).click();
    await page
      .getByRole('heading', { name: 'Action : Entretien émergence du 04/03/2022 10:00 à 11:00' })
      .waitFor();
    await page.getByText('Inscription et surbooking').waitFor();
    await page.getByText('Jérôme ACCÈS').first().waitFor();
    await expectAccessible(page);
  });

  it('un participant s’ajoute par son nom ; présence et confirmation se notent en une fois', async () => {
    const { page } = visite;
    await page.getByRole('tab', { name: /Participants/ }).click();
    await page.getByRole('combobox', { name: 'Ajouter un participant' }).fill('palmer');
    await page.getByRole('option', { name: /PALMER Julien/ }).click();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByRole('link', { name: 'PALMER Julien' }).waitFor();
    await page.getByRole('checkbox', { name: 'PALMER Julien a confirmé' }).click();
    await page.getByRole('combobox', { name: 'Présence de DIALLO Amadou' }).click();
    await page.getByRole('option', { name: 'Absent excusé' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer 2 participants' }).click();
    await page.getByText('2 participants enregistrés.').waitFor();
    const lus = await base.sql(
      `SELECT e.nom, p.confirme, p.presence, p.statut FROM participations p
         JOIN participations_action_lnk la ON la.participation_id = p.id JOIN actions a ON a.id = la.action_id
         JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id JOIN entrepreneurs e ON e.id = le.entrepreneur_id
        WHERE a.objet = 'Entretien émergence' AND e.nom IN ('PALMER', 'DIALLO') ORDER BY e.nom`
    );
    expect(lus).toEqual([
      { nom: 'DIALLO', confirme: true, presence: 'Absent excusé', statut: 'Inscrit' },
      { nom: 'PALMER', confirme: true, presence: 'Non saisie', statut: 'Inscrit' },
    ]);
  });

  it('8.b. le modèle se lit sur cette action ; on sait combien partiront, et pourquoi pas les autres', async () => {
    const { page } = visite;
    await page.getByRole('tab', { name: 'E-mail / Newsletter / SMS' }).click();
    await page.getByText('3 participants cochés sur 4').waitFor();
    expect(await page.getByText('Aux formateurs', { exact: true }).count()).toBe(0);
    await cocher(page, 'Convocation');
    await page.getByText('2 messages, 1 personne exclue').waitFor();
    const mene = page.getByRole('link', { name: /Ouvrir ses coordonnées/ });
    expect(await mene.getAttribute('href')).toContain(
      `/entrepreneurs/${base.seed.entrepreneurs.paris!.documentId}/coordonnees`
    );
    await page
      .frameLocator('iframe[title="Message reçu"]')
      .getByText('Rendez-vous le 4 mars 2022 à 10:00.')
      .waitFor();
    await page.getByRole('checkbox', { name: 'Afficher tout' }).click();
    await page.getByText('Aux formateurs', { exact: true }).waitFor();
    expect(
      await page.getByRole('checkbox', { name: 'Rattacher « Aux formateurs »' }).isDisabled()
    ).toBe(true);
    await expectAccessible(page);
  });

  it('le repentir suit d’une page à l’autre : personne ne reçoit ce qui est annulé à temps', async () => {
    const { page } = visite;
    await page.getByRole('button', { name: ENVOYER }).click();
    await page.getByRole('dialog').getByText('2 messages, à 2 vraies personnes').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer maintenant' }).click();
    await page.getByText(/2 messages partent dans \d+ s/).waitFor();
    await page.getByRole('link', { name: 'Entrepreneurs' }).first().click();
    await page.getByRole('heading', { name: 'Entrepreneurs' }).waitFor();
    await page.getByRole('button', { name: 'Annuler cet envoi' }).click();
    await page.getByText('2 messages sont annulés : personne ne l’a reçu.').waitFor();
    await base.tick(new Date('2022-03-03T14:05:00Z'));
    expect(base.mailsDe('Convocation')).toEqual([]);
  });

  it('l’envoi part, et seulement à ceux qui ont été confirmés ; l’historique le dit sans recharger', async () => {
    const { page, open } = visite;
    await open(`actions/${base.seed.actions.entretienEmergence!.documentId}/envois`);
    await cocher(page, 'Convocation');
    await envoyer(page);
    await base.tick(new Date('2022-03-03T14:10:00Z'));
    const historique = page.getByRole('table', { name: 'Historique des envois pour cette action' });
    await expect.poll(() => historique.getByText('Envoyé', { exact: true }).count()).toBe(2);
    expect(base.mailsDe('Convocation')).toEqual([
      'amadou.diallo@boite.test',
      'julien.palmer@boite.test',
    ]);
    await expectAccessible(page);
  });

  it('8.c. l’historique montre le message exact, et dit pourquoi', async () => {
    const { page } = visite;
    await page
      .getByRole('button', { name: 'Lire « Convocation » pour PALMER Julien' })
      .last()
      .click();
    await page
      .getByRole('dialog')
      .frameLocator('iframe')
      .getByText('Rendez-vous le 4 mars 2022 à 10:00.')
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click();
    await page
      .getByRole('button', { name: 'Pourquoi ? « Convocation » pour PALMER Julien' })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByText(/^Ce message /)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click();
  });

  it('l’heure change : on propose de prévenir ceux qui ont l’ancienne, et eux seuls reçoivent la nouvelle', async () => {
    const { page } = visite;
    await page.getByRole('tab', { name: 'Action', exact: true }).click();
    await page.getByRole('combobox', { name: 'de', exact: true }).fill('10:30');
    await page.getByRole('option', { name: '10:30' }).click();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText('2 personnes ont l’ancienne heure.').waitFor();
    await question.getByText('Changement d’horaire').waitFor();
    await question.getByRole('button', { name: 'Choisir le message' }).click();
    await page.getByText('2 participants cochés sur 4').waitFor();
    await page.getByText('2 messages').first().waitFor();
    await envoyer(page);
    await base.tick(new Date('2022-03-03T14:20:00Z'));
    expect(base.mailsDe('Changement d’horaire')).toEqual([
      'amadou.diallo@boite.test',
      'julien.palmer@boite.test',
    ]);
    expect(base.boite.mails.at(-1)?.text).toContain('4 mars 2022 à 10:30');
    await page.reload();
    await page.getByText('Choix du modèle d’envoi').waitFor();
    expect(await page.getByText('l’ancienne heure').count()).toBe(0);
  });

  it('puis le SMS, aux mêmes', async () => {
    const { page } = visite;
    await page.getByRole('tab', { name: 'SMS', exact: true }).click();
    await cocher(page, 'SMS d’accès');
    await envoyer(page);
    await base.tick(new Date('2022-03-03T14:30:00Z'));
    const recus = base.listSms().map(({ vers }) => vers);
    expect(recus).toContain('+33639980001');
    expect(visite.plaintes).toEqual([]);
  });
});
