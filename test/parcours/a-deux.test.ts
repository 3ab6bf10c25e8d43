import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, visit, type Visite } from './navigateur';

const CE_SOIR = new Date('2022-03-03T18:00:30Z');
const ECRAN = { width: 1366, height: 768 };

let base: BaseDuGuide;
let alice: Visite;
let bruno: Visite;
let modele: string;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  modele = await base.createModele({
    ...{ nom: 'Super offre', objet: 'Super offre', message: '<p>Une formation</p>' },
  });
  alice = await visit(base.app, 'sms-profil-specifique', ECRAN);
  bruno = await visit(base.app, 'sms-profil-specifique', ECRAN);
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

/** The same people, ticked, and the window of confirmation read. */
async function prepare({ page, open }: Visite): Promise<void> {
  const filtres = JSON.stringify({
    typeDestinataire: 'entrepreneur',
    statutPersonne: ['Créateur'],
  });
  const params = new URLSearchParams({ contact: 'email', filtres, etape: 'resultats' });
  await open(`envoi-emails-sms/entrepreneur/campagne/${modele}?${params.toString()}`);
  await page.getByRole('checkbox', { name: /^Tout cocher/ }).click();
  await page.getByRole('button', { name: 'Programmer l’envoi (fait de nuit)' }).click();
  await page
    .getByRole('dialog')
    .getByText(/^\d+ messages, à \d+ vraies personnes$/)
    .waitFor();
}

const confirm = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Programmer l’envoi' }).click();

describe('Deux gestionnaires à la fois', () => {
  it('programment la même campagne : le second lit que la liste a changé, chacun la reçoit une fois', async () => {
    await prepare(alice);
    await prepare(bruno);
    await confirm(alice.page);
    await alice.page
      .getByText(/^Envoyé 0\/\d+, \d+ programmés$/)
      .first()
      .waitFor();
    const { programme } = await base.countEnvois();
    await confirm(bruno.page);
    const fenetre = bruno.page.getByRole('dialog');
    await fenetre.getByText('Personne ne recevra ce message : rien ne partira.').waitFor();
    expect(await fenetre.getByRole('button', { name: 'Programmer l’envoi' }).isDisabled()).toBe(
      true
    );
    expect(await base.countEnvois()).toEqual({ programme });
    await bruno.page.keyboard.press('Escape');
    await base.tick(CE_SOIR);
    const recus = base.mailsDe('Super offre');
    expect(recus).toHaveLength(programme ?? 0);
    expect(new Set(recus).size).toBe(recus.length);
  });

  it('l’un suspend le soir : l’autre le voit sans recharger, le reprend, et le premier le voit aussi', async () => {
    await alice.open('ce-soir');
    await bruno.open('ce-soir');
    await alice.page.getByRole('button', { name: 'Suspendre ce soir' }).click();
    await alice.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Retenir/ })
      .click();
    const bandeau = /L’envoi du soir est suspendu par .* depuis le/;
    await alice.page.getByText(bandeau).waitFor();
    await bruno.page.getByText(bandeau).waitFor();
    await bruno.page.getByRole('button', { name: 'Reprendre l’envoi' }).click();
    await bruno.page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Reprendre l’envoi' })
      .click();
    await bruno.page.getByText('L’envoi du soir reprend.').waitFor();
    await alice.page.getByText(bandeau).waitFor({ state: 'detached' });
    expect(alice.plaintes).toEqual([]);
    // The refusal of what the first had already programmed.
    expect(bruno.plaintes).toEqual(['400 /sms-mailing/campagnes']);
  });
});
