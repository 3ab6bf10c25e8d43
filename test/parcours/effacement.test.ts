import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { closeNavigateur, visit } from './navigateur';

const FICHE = 'content-manager/collection-types/api::entrepreneur.entrepreneur';

let base: BaseDuGuide;
let palmer: string;

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  const modele = await base.createModele({ nom: 'Info', objet: 'Info', message: '<p>Bonjour</p>' });
  const corps = { modeleDocumentIds: [modele] };
  await base.ask('post', `/entrepreneurs/${palmer}/programmer`, corps);
  await base.tick(new Date('2022-03-03T18:00:00Z'));
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

describe('Effacer une personne depuis sa fiche (RGPD, art. 17)', () => {
  it('le menu de la fiche le propose, dit ce qui se passe, puis la fiche et son nom ne sont plus là', async () => {
    const { page, open, close } = await visit(base.app, 'sms-administrateur');
    await open(`${FICHE}/${palmer}`);
    await page
      .getByRole('button', { name: /plus d.actions|more actions/i })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Effacer la personne (RGPD)' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText('Rien de tout cela ne se défait.').waitFor();
    await question.getByRole('button', { name: /confirmer/i }).click();
    await page.waitForURL((adresse) => adresse.pathname.endsWith('api::entrepreneur.entrepreneur'));
    const nommes = await base.sql(`SELECT 1 FROM sms_envois WHERE nom LIKE 'PALMER%'`);
    const fiches = await base.sql('SELECT 1 FROM entrepreneurs WHERE document_id = $1', [palmer]);
    expect({ nommes, fiches }).toEqual({ nommes: [], fiches: [] });
    await close();
  });

  it('le Conseiller ne le voit pas', async () => {
    const { page, open, close } = await visit(base.app, 'sms-conseiller');
    await open(`${FICHE}/${base.seed.entrepreneurs.martin!.documentId}`);
    const menu = page.getByRole('button', { name: /plus d.actions|more actions/i }).first();
    if ((await menu.count()) > 0) {
      await menu.click();
    }
    expect(await page.getByRole('menuitem', { name: /Effacer la personne/ }).count()).toBe(0);
    await close();
  });
});
