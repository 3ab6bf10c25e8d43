import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, expectAccessible, visit, type Visite } from './navigateur';

const ECRAN = { width: 1366, height: 768 };
const CM = 'content-manager/collection-types';

let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

async function documentIdOf(table: string, condition: string): Promise<string> {
  const [ligne] = await base.sql<{ document_id: string }>(
    `SELECT document_id FROM ${table} WHERE ${condition} ORDER BY id LIMIT 1`
  );
  return ligne?.document_id ?? '';
}

describe('Agenda (guide §3)', () => {
  it('une action s’ouvre d’un clic, ses participants et sa fiche sont à un clic de plus', async () => {
    const { page, open, plaintes, close } = await visit(base.app, 'sms-conseiller', ECRAN);
    const palmer = base.seed.entrepreneurs.palmer!.documentId;
    await open('agenda?jour=2022-03-03');
    await page.getByRole('heading', { name: 'Semaine du 28 février au 6 mars 2022' }).waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: /14h – 15h Diag RDV 2/ }).click();
    const fenetre = page.getByRole('dialog', { name: 'Diag RDV 2' });
    await fenetre.getByText('Samedi 5 mars 2022, 14h – 15h').waitFor();
    const action = await documentIdOf('actions', `objet = 'Diag RDV 2' AND date = '2022-03-05'`);
    const lienDe = (nom: string) => fenetre.getByRole('link', { name: nom }).getAttribute('href');
    expect(await lienDe('MARTIN Sophie')).toBe(
      `/admin/entrepreneurs/${base.seed.entrepreneurs.martin!.documentId}`
    );
    expect(await lienDe('Ouvrir la fiche Action')).toBe(`/admin/actions/${action}`);
    await expectAccessible(page, '[role=dialog]');

    // A link copied from here shows the same.
    await page.reload();
    await fenetre.getByText('Samedi 5 mars 2022, 14h – 15h').waitFor();
    await page.keyboard.press('Escape');
    await fenetre.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Mois', exact: true }).click();
    await page.getByRole('heading', { name: 'Mars 2022' }).waitFor();
    await page.getByRole('link', { name: /9h30 – 10h30 Atelier "Je découvre"/ }).focus();
    await page.keyboard.press('Enter');
    const atelier = page.getByRole('dialog', { name: 'Atelier "Je découvre"' });
    expect(await atelier.getByRole('link', { name: 'PALMER Julien' }).getAttribute('href')).toBe(
      `/admin/entrepreneurs/${palmer}`
    );
    await atelier.getByText('Fermer').last().click();
    await page.getByRole('button', { name: 'Mois suivant' }).click();
    await page.getByRole('heading', { name: 'Avril 2022' }).waitFor();
    await page.getByText('Aucune action à ces dates.').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Mars 2022' }).waitFor();
    expect(plaintes).toEqual([]);
    await close();
  });

  it('on choisit un intervenant ou une équipe en tapant son nom, sans accent', async () => {
    const { page, open, close } = await visit(base.app, 'sms-administrateur', ECRAN);
    await base.sql(
      `INSERT INTO intervenants (document_id, nom, prenom) VALUES ('libre', 'DÉSERT', 'Noé')`
    );
    await open('agenda?jour=2022-03-03&vue=mois');
    const agendaDe = page.getByRole('combobox', { name: 'Agenda de' });
    await agendaDe.click();
    await page
      .getByRole('option', { name: /^Équipe / })
      .first()
      .waitFor();
    await agendaDe.fill('noe desert');
    await page.getByRole('option', { name: 'Noé DÉSERT' }).click();
    await page.getByText('Aucune action à ces dates.').waitFor();
    expect(new URL(page.url()).searchParams.get('qui')).toBe('intervenant:libre');
    await page.getByRole('button', { name: 'Voir toute l’association' }).last().click();
    await page.getByRole('link', { name: /Diag RDV 2/ }).waitFor();
    await close();
  });
});

describe('Les fiches se lisent et se choisissent par leur nom', () => {
  let visite: Visite;
  beforeAll(async () => {
    visite = await visit(base.app, 'sms-conseiller', ECRAN);
  });
  afterAll(() => visite.close());

  const choose = async (champ: RegExp, saisie: string, nom: RegExp) => {
    const liste = visite.page.getByRole('combobox', { name: champ });
    await liste.click();
    await liste.fill(saisie);
    await visite.page.getByRole('option', { name: nom }).first().click();
  };
  const save = () => visite.page.getByRole('button', { name: 'Enregistrer' }).first().click();

  it('une participation se crée en tapant la personne et l’action, et porte leurs noms', async () => {
    const { page, open } = visite;
    await open(`${CM}/api::participation.participation/create`);
    await choose(/Entrepreneur/, '0639980001', /^PALMER Julien \(0639980001\)$/);
    await choose(/Action/, 'diag rdv 2', /^Diag RDV 2, 05\/03\/2022/);
    await save();
    await page
      .getByRole('heading', { name: /^PALMER Julien · Diag RDV 2, .* · Inscrit$/ })
      .waitFor();
  });

  it('les participants d’une action se lisent par leur nom, et aucun n’est pris à une autre', async () => {
    const { page, open } = visite;
    const atelier = await documentIdOf('actions', `objet LIKE 'Atelier "Je%'`);
    await open(`${CM}/api::action.action/${atelier}`);
    await page.getByRole('heading', { name: /^Atelier "Je découvre", 01\/03\/2022/ }).waitFor();
    await page.getByText(/^PALMER Julien · Atelier "Je découvre", .* · Inscrit$/).waitFor();
    await page.getByRole('combobox', { name: /Participants/ }).click();
    await page.getByText('Aucune relation disponible').waitFor();
  });

  it('« pas une adresse » est refusé à côté de son champ', async () => {
    const { page, open } = visite;
    await open(
      `${CM}/api::entrepreneur.entrepreneur/${base.seed.entrepreneurs.palmer!.documentId}`
    );
    await page.getByRole('heading', { name: 'PALMER Julien' }).waitFor();
    await page.getByRole('button', { name: 'julien.palmer@boite.test' }).click();
    await page.locator('input[name="emails.0.adresse"]').fill('pas une adresse');
    await save();
    const champ = page.locator('input[name="emails.0.adresse"]');
    await page
      .getByText('« pas une adresse » n’est pas une adresse e-mail', { exact: false })
      .first()
      .waitFor();
    await expect.poll(() => champ.getAttribute('aria-invalid')).toBe('true');
  });

  it('le menu des fiches ne nomme que celles de l’association', async () => {
    const installation = await visit(base.app, 'strapi-super-admin', ECRAN);
    const { page, plaintes } = installation;
    await installation.open(`${CM}/api::entrepreneur.entrepreneur?_q=emilie`);
    await page.getByRole('link', { name: 'Entrepreneur', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'User', exact: true }).count()).toBe(0);
    expect(await page.getByText('Fiches uniques').isVisible()).toBe(false);
    expect(plaintes).toEqual([]);
    await installation.close();
  });
});
