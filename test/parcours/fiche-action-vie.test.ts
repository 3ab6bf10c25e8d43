import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BaseDuGuide } from '../strapi/base-du-guide';
import { openActionDuGuide } from './action-du-guide';
import { expectAccessible, type Visite } from './navigateur';

let base: BaseDuGuide;
let visite: Visite;
let action: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const ouverte = await openActionDuGuide();
  ({ base, visite, action, close } = ouverte);
  await base.ask('post', `/actions/${action}/envoyer`, {
    modeleDocumentIds: [ouverte.convocation],
  });
  await base.tick(new Date('2022-03-03T14:10:00Z'));
});

afterAll(() => close());

describe('La vie d’une action : créée, rejointe, émargée, refaite', () => {
  it('« Créer » : Échap ne jette pas ce qui est saisi, on le demande', async () => {
    const { page, open } = visite;
    await open('actions');
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    const fenetre = page.getByRole('dialog', { name: 'Créer une action' });
    await fenetre.getByRole('textbox', { name: 'Objet' }).fill('Atelier budget');
    await page.keyboard.press('Escape');
    const question = page.getByRole('alertdialog');
    await question.getByRole('button', { name: 'Continuer la saisie' }).click();
    expect(await fenetre.getByRole('textbox', { name: 'Objet' }).inputValue()).toBe(
      'Atelier budget'
    );
    await fenetre.getByRole('button', { name: 'Annuler' }).click();
    await question.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
    await fenetre.waitFor({ state: 'detached' });
    await open(`actions/${action}`);
  });

  it('qui s’inscrit après manque la convocation : le déroulé le dit, et l’envoie à lui seul', async () => {
    const { page } = visite;
    await page.getByRole('tab', { name: /Participants/ }).click();
    await page
      .getByRole('combobox', { name: 'Ajouter un participant' })
      .pressSequentially('martin');
    await page.getByRole('option', { name: /MARTIN Sophie/ }).click();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    const manque = page.getByText(
      /«\sConvocation\s» est parti le .* à l’autre participant\s; MARTIN/
    );
    await manque.waitFor();
    await expectAccessible(page);
    await page
      .getByRole('region', { name: 'Déroulé' })
      .getByRole('button', { name: /Convocation/ })
      .click();
    await page.getByText('Inscrite depuis : ce message ne lui a pas été envoyé.').waitFor();
    await page.getByRole('button', { name: 'L’envoyer maintenant' }).last().click();
    await page.getByText('1 participant coché sur 4').waitFor();
    await page.getByRole('button', { name: 'Envoyer immédiatement aux participants' }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByText('1 message, à 1 vraie personne').waitFor();
    await fenetre.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await fenetre.waitFor({ state: 'detached' });
    await base.tick(new Date('2022-03-03T14:15:00Z'));
    expect(base.mailsDe('Convocation')).toEqual([
      'amadou.diallo@boite.test',
      'sophie.martin@boite.test',
    ]);
  });

  it('d’un onglet à l’autre, le déroulé n’est pas redemandé', async () => {
    const { page, open } = visite;
    const demandes: string[] = [];
    page.on('request', (demande) => {
      if (demande.url().endsWith('/deroule')) {
        demandes.push(demande.url());
      }
    });
    await open(`actions/${action}`);
    await page.getByRole('region', { name: 'Déroulé' }).getByText('Présence').waitFor();
    for (const onglet of [/^Participants/, /^E-mail/, 'Action'] as const) {
      await page.getByRole('tab', { name: onglet }).click();
      await page.waitForLoadState('networkidle');
    }
    expect(demandes).toHaveLength(1);
  });

  it('la feuille d’émargement s’imprime seule, avec qui vient', async () => {
    const { page } = visite;
    await page.getByRole('tab', { name: /Participants/ }).click();
    // A browser that nobody looks at ends the printing at once.
    await page.evaluate('window.print = () => {}');
    await page.getByRole('button', { name: 'Imprimer la feuille d’émargement' }).click();
    await page.emulateMedia({ media: 'print' });
    const feuille = page.locator('[data-impression]');
    await feuille.getByRole('heading', { name: 'Feuille d’émargement' }).waitFor();
    await feuille.getByText('MARTIN Sophie').waitFor();
    expect(await feuille.getByText('CARLIER Benoît').count()).toBe(0);
    expect(await page.getByRole('tab', { name: 'Action', exact: true }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
    await feuille.waitFor({ state: 'detached' });
  });

  it('« Dupliquer » : un autre jour, avec ses participants, aucun message', async () => {
    const { page } = visite;
    await page.getByRole('button', { name: 'Dupliquer' }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByRole('combobox', { name: /^Date/ }).fill('18/03/2022');
    await page.keyboard.press('Tab');
    await fenetre.getByRole('checkbox', { name: 'Y inscrire aussi ses 3 participants' }).click();
    await expectAccessible(page, '[role=dialog]');
    await fenetre.getByRole('button', { name: 'Créer la copie' }).click();
    await page
      .getByRole('heading', { name: 'Action : Entretien émergence du 18/03/2022 10:00 à 11:00' })
      .waitFor();
    await page.getByRole('tab', { name: 'Participants 3' }).waitFor();
    const [copie] = await base.sql(
      `SELECT a.mode_intervention, a.phase_metier, e.nom AS etape, o.nom AS ods FROM actions a
         JOIN actions_etape_lnk le ON le.action_id = a.id JOIN etapes e ON e.id = le.etape_id
         JOIN actions_ods_lnk lo ON lo.action_id = a.id JOIN ods o ON o.id = lo.ods_id
        WHERE a.objet = 'Entretien émergence' AND a.date = '2022-03-18'`
    );
    expect(copie).toEqual({
      ...{ mode_intervention: 'Présentiel BGE', phase_metier: 'Emergence' },
      ...{ etape: 'Entretien émergence', ods: "Activ'Créa Mon Bureau Virtuel" },
    });
    expect(visite.plaintes).toEqual([]);
  });

  it('« 2 personnes ont l’ancienne date » : on le demande à l’enregistrement, elles seules le reçoivent', async () => {
    const { page, open } = visite;
    await open(`actions/${action}`);
    await page.getByRole('combobox', { name: /^Date/ }).fill('07/03/2022');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const question = page.getByRole('alertdialog', { name: 'Prévenir ?' });
    await question.getByText('2 personnes ont l’ancienne date.').waitFor();
    await question.getByText('Les envois automatiques suivront la nouvelle date.').waitFor();
    await expectAccessible(page, '[role=alertdialog]');
    await question.getByRole('button', { name: 'Choisir le message' }).click();
    await page.getByText(/^2 participants cochés sur/).waitFor();
    await page.getByRole('button', { name: 'Envoyer immédiatement aux participants' }).click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByText('2 messages, à 2 vraies personnes').waitFor();
    await fenetre.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await fenetre.waitFor({ state: 'detached' });
    await base.tick(new Date('2022-03-03T14:20:00Z'));
    const textes = base.boite.mails.map(({ text }) => text ?? '');
    expect(textes.filter((texte) => texte.includes('le 7 mars 2022'))).toHaveLength(2);
    expect(visite.plaintes).toEqual([]);
  });
});
