import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const AVANT = new Date('2022-03-03T17:50:00Z');
const DIX_NEUF_HEURES = new Date('2022-03-03T18:00:30Z');
const APRES = new Date('2022-03-03T18:20:00Z');
const LENDEMAIN = new Date('2022-03-04T09:00:00Z');
const ECRAN = { width: 1366, height: 768 };

let base: BaseDuGuide;
let visite: Visite;
let modele: string;
let attendus: number;

async function corriger(message: string): Promise<void> {
  const { data } = await base.ask<{ version: number }>('get', `/modeles/${modele}`);
  const { status } = await base.ask('put', `/modeles/${modele}`, {
    ...{ typeContact: 'email', nom: 'Convocation', objet: 'Convocation', but: 'suivi', message },
    ...{ destinataires: ['entrepreneur'], version: data.version },
  });
  expect(status).toBe(200);
}

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  modele = await base.createModele({
    ...{ nom: 'Convocation', objet: 'Convocation', message: '<p>Rendez-vous salle 12.</p>' },
  });
  await base.createRegle({
    ...{ typeContact: 'email', modeleDocumentId: modele, delai: -2 },
    criteres: { ods: [base.seed.ods["Activ'Créa lot 1"]!.documentId] },
  });
  const suivi = await base.createModele({ nom: 'Suivi', objet: 'Suivi', message: '<p>Suivi</p>' });
  for (const qui of ['palmer', 'martin']) {
    const { documentId } = base.seed.entrepreneurs[qui]!;
    await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
      modeleDocumentIds: [suivi],
    });
  }
  base.setHeure(AVANT);
  visite = await visit(base.app, 'sms-profil-specifique', ECRAN);
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

describe('« Ce soir à 19h » : une erreur vue à 18h50', () => {
  it('la page dit ce qui part, d’où, et s’ouvre sur les personnes', async () => {
    const { page, open } = visite;
    await open('ce-soir');
    const table = page.getByRole('table', { name: 'Ce qui part' });
    await table.getByRole('row', { name: /Suivi/ }).getByText('2', { exact: true }).waitFor();
    await table
      .getByRole('button', { name: 'Voir les personnes : Fiche entrepreneur « Suivi »' })
      .click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByText('MARTIN Sophie').waitFor();
    await fenetre.getByText('PALMER Julien').waitFor();
    await expectAccessible(page, '[role=dialog]');
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    expect(visite.plaintes.filter((plainte) => plainte.includes('sms-mailing'))).toEqual([]);
  });

  it('un message se retire d’une personne, qui ne le recevra pas', async () => {
    const { page } = visite;
    await page
      .getByRole('button', { name: 'Voir les personnes : Fiche entrepreneur « Suivi »' })
      .click();
    const fenetre = page.getByRole('dialog');
    await fenetre.getByRole('button', { name: 'Annuler le message de MARTIN Sophie' }).click();
    await fenetre.getByRole('button', { name: 'Annuler son message' }).click();
    await page.getByText('« Suivi » ne partira pas à MARTIN Sophie.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('l’erreur est vue à 18h50 : on suspend, rien ne part à 19h', async () => {
    const { page } = visite;
    await page.getByRole('button', { name: 'Suspendre ce soir' }).click();
    await page.getByRole('button', { name: /^Retenir \d+ messages$/ }).click();
    await page.getByText(/L’envoi du soir est suspendu par .* depuis le/).waitFor();
    await page.getByText(/^Retenu tant que l’envoi du soir est suspendu\s: \d+ messages/).waitFor();
    await base.tick(DIX_NEUF_HEURES);
    expect(base.boite.mails).toEqual([]);
    await visite.open('ce-soir');
    await page.getByText(/messages attendent encore/).waitFor();
    await expectAccessible(page);
  });

  it('on corrige, on reprend : c’est le texte corrigé qui arrive', async () => {
    await corriger('<p>Rendez-vous salle 21.</p>');
    const { page } = visite;
    await page.getByRole('button', { name: 'Reprendre l’envoi' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reprendre l’envoi' }).click();
    await page.getByText('L’envoi du soir reprend.').waitFor();
    await base.tick(APRES);
    const recus = base.boite.mails.filter(({ subject }) => subject === 'Convocation');
    attendus = recus.length;
    expect(attendus).toBeGreaterThan(2);
    expect(recus.every(({ html }) => String(html).includes('salle 21'))).toBe(true);
    expect(base.mailsDe('Suivi')).toEqual(['julien.palmer@boite.test']);
  });

  it('le lendemain, le compte rendu d’hier soir est juste', async () => {
    base.setHeure(LENDEMAIN);
    const { page, open } = visite;
    await open('ce-soir');
    const compte = page.getByRole('region', { name: 'Hier soir, jeudi 3 mars' });
    const total = String(attendus + 1);
    await compte.getByText(new RegExp(`^${total} envoyés sur ${total}`)).waitFor();
    await compte.getByText(/1 annulé/).waitFor();
    const ligne = compte.getByRole('row', { name: /Convocation/ });
    await ligne.getByText(String(attendus), { exact: true }).waitFor();
    await expectAccessible(page);
  });

  it('les statistiques le dessinent, jour par jour, et se lisent en chiffres', async () => {
    const { page } = visite;
    await page.getByRole('tab', { name: 'Statistiques' }).click();
    await page.getByText(`${String(attendus + 1)} envoyés, 0 échec, 0 incertain.`).waitFor();
    const carte = page.getByRole('region', { name: 'Messages envoyés par jour, par origine' });
    await carte.locator('svg .recharts-bar-rectangle path').first().waitFor();
    await carte.getByText('Lire les chiffres').click();
    const jeudi = carte.getByRole('row', { name: /^jeudi 3 mars/ });
    const chiffres = await jeudi.getByRole('cell').allInnerTexts();
    expect(chiffres).toEqual(['0', String(attendus), '0', '1']);
    await page.getByRole('region', { name: 'SMS par mois' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Période' }).click();
    await page.getByRole('option', { name: '7 derniers jours' }).click();
    await expect.poll(() => carte.getByRole('row').count()).toBe(1 + 7 + 1);
    expect(page.url()).toContain('jours=7');
    expect(visite.plaintes.filter((plainte) => plainte.includes('sms-mailing'))).toEqual([]);
  });

  it('dans le thème sombre, les statistiques se lisent aussi', async () => {
    const { page, open } = visite;
    await page.evaluate(`localStorage.setItem('STRAPI_THEME', 'dark')`);
    await open('ce-soir/statistiques');
    await page.locator('svg .recharts-bar-rectangle path').first().waitFor();
    for (const chiffres of await page.getByText('Lire les chiffres').all()) {
      await chiffres.click();
    }
    await expectAccessible(page);
  });
});
