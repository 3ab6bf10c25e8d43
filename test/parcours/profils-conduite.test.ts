import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { createUser, type User } from '../strapi/harness';
import { closeNavigateur, expectAccessible, visit, visitAs, type Visite } from './navigateur';
import { MENU, SOUS_MENU, VOIT, type Entree, type SousEntree } from './pages-du-panneau';

const ECRAN = { width: 1366, height: 768 };
const PROFILS = 'contacts-emails-sms/profils';
const EQUIPE = 'Émergence Arrageois-Ternois';
const REFUS = 'Votre profil n’ouvre pas cette page : demandez-la à un Administrateur.';

let base: BaseDuGuide;
let admin: Visite;
const comptes: Record<string, User> = {};

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  admin = await visit(base.app, 'sms-administrateur', ECRAN);
  comptes['Administrateur'] = await createUser(base.app, 'sms-administrateur');
  comptes['Profil spécifique'] = await createUser(base.app, 'sms-profil-specifique');
  comptes['Conseiller'] = await createUser(base.app, 'sms-conseiller');
  comptes['Équipe'] = await createUser(base.app, 'sms-conseiller');
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

async function capture(page: Page, nom: string): Promise<void> {
  const dossier = process.env['CAPTURES'];
  if (dossier !== undefined) {
    await page.screenshot({ path: `${dossier}/${nom}.png` });
  }
}

const tries = (textes: readonly string[]): string[] => [...textes].sort();

/** The entries of a menu that are ours. */
async function listEntrees(page: Page, entrees: Readonly<Record<string, string>>, sous = '') {
  const vues: string[] = [];
  for (const [libelle, chemin] of Object.entries(entrees)) {
    const lien = page.locator(`nav a[href="/admin/${sous}${chemin}"]`);
    vues.push(...((await lien.count()) > 0 ? [libelle] : []));
  }
  return tries(vues);
}

/** Whom the list shows: documentIds of the links of its rows. */
async function listMontres(page: Page, chemin: string): Promise<string[]> {
  const hrefs = await page.evaluate<string[]>(
    `[...document.querySelectorAll('tr a[href^="/admin/${chemin}/"]')].map((lien) => lien.getAttribute('href'))`
  );
  return tries(hrefs.map((href) => href.split('/').at(-1) ?? ''));
}

async function listSuivis(equipe: string | null): Promise<string[]> {
  const lus = await base.sql<{ document_id: string }>(
    `SELECT e.document_id FROM entrepreneurs e
       LEFT JOIN entrepreneurs_referent_lnk r ON r.entrepreneur_id = e.id
       LEFT JOIN intervenants_equipe_lnk i ON i.intervenant_id = r.intervenant_id
       LEFT JOIN equipes q ON q.id = i.equipe_id
      WHERE $1::text IS NULL OR q.nom = $1`,
    [equipe]
  );
  return tries(lus.map(({ document_id }) => document_id));
}

describe('guide §4 : un profil « Équipe » se crée et se donne dans le panneau', () => {
  it('sa matrice se règle par périmètre', async () => {
    const { page } = admin;
    await admin.open(PROFILS);
    await page.getByLabel('Nom du profil').fill('Équipe');
    await page.getByRole('button', { name: 'Créer', exact: true }).click();
    await page.getByRole('heading', { name: 'Équipe', level: 1 }).waitFor();
    const choix = (ligne: string) =>
      page.getByRole('combobox', { name: `${ligne}, Équipe`, exact: true });
    await choix('Entrepreneurs').selectOption('creer');
    await choix('Actions').selectOption('consulter');
    await choix('Historique des envois d’une fiche').selectOption('consulter');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Le profil « Équipe » est enregistré').first().waitFor();
  });

  it('un compte le reçoit dans Paramètres › Utilisateurs ; Profils dit s’il voit quelqu’un', async () => {
    const { page } = admin;
    const compte = comptes['Équipe']!;
    await admin.open(`settings/users/${String(compte.id)}`);
    await page.getByRole('combobox', { name: /[Rr]ôle|[Pp]rofil/ }).click();
    await page.getByRole('option', { name: 'Conseiller', exact: true }).click();
    await page.getByRole('option', { name: 'Équipe', exact: true }).click();
    await page.keyboard.press('Escape');
    await capture(page, 'conduite-utilisateur');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect
      .poll(() =>
        base.sql(
          `SELECT r.name FROM admin_users_roles_lnk l JOIN admin_roles r ON r.id = l.role_id
            WHERE l.user_id = $1`,
          [compte.id]
        )
      )
      .toEqual([{ name: 'Équipe' }]);
    await admin.open(PROFILS);
    const ligne = page.getByRole('row').filter({ hasText: compte.email });
    await ligne.getByText(/Rattaché à rien/).waitFor();
    const { status } = await base.ask('put', `/comptes/${String(compte.id)}/rattachement`, {
      ...{ antenneIds: [], equipeIds: [base.seed.equipes[EQUIPE]!.id] },
    });
    expect(status).toBe(200);
    await admin.open(PROFILS);
    await ligne.getByText(`équipe ${EQUIPE}`).waitFor();
    expect(await ligne.getByText(/Rattaché à rien/).count()).toBe(0);
  });
});

describe.each(Object.keys(VOIT))('guide §4 : %s, dans le panneau', (profil) => {
  const { menu, sousMenu } = VOIT[profil]!;
  let visite: Visite;

  beforeAll(async () => {
    visite = await visitAs(base.app, comptes[profil]!, ECRAN);
  });
  afterAll(() => visite.close());

  it('son menu montre ses pages, et elles seules', async () => {
    const { page } = visite;
    await visite.open('entrepreneurs');
    await expect.poll(() => listEntrees(page, MENU)).toEqual(tries(menu));
    if (menu.includes('Contacts e‑mails/SMS')) {
      await visite.open('contacts-emails-sms');
      await expect
        .poll(() => listEntrees(page, SOUS_MENU, 'contacts-emails-sms/'))
        .toEqual(tries(sousMenu));
    }
    await capture(page, `conduite-${profil}-menu`);
  });

  it('ses pages s’ouvrent', async () => {
    const { page } = visite;
    for (const entree of menu) {
      await visite.open(MENU[entree]);
      expect([entree, await page.getByText(REFUS).count()]).toEqual([entree, 0]);
    }
    for (const entree of sousMenu) {
      await visite.open(`contacts-emails-sms/${SOUS_MENU[entree]}`);
      expect([entree, await page.getByText(REFUS).count()]).toEqual([entree, 0]);
    }
  });

  it('les autres, par leur adresse, disent que son profil ne les ouvre pas', async () => {
    const { page } = visite;
    const fermees = [
      ...Object.entries(MENU).flatMap(([libelle, chemin]) =>
        menu.includes(libelle as Entree) || chemin === 'contacts-emails-sms' ? [] : [chemin]
      ),
      ...Object.entries(SOUS_MENU).flatMap(([libelle, chemin]) =>
        sousMenu.includes(libelle as SousEntree) ? [] : [`contacts-emails-sms/${chemin}`]
      ),
      ...(sousMenu.includes('Profils') ? [] : [`${PROFILS}/1`, `${PROFILS}/comptes/1`]),
      ...(menu.includes('Ce soir') ? [] : ['contacts-emails-sms/modeles-mailing/nouveau']),
    ];
    const { plaintes } = visite;
    const avant = plaintes.length;
    for (const chemin of fermees) {
      await page.goto(`${base.app.url ?? ''}/admin/${chemin}`);
      await page.getByText(REFUS).waitFor();
      await page.waitForLoadState('networkidle');
    }
    // What such a page asks before it is closed is refused too.
    expect(plaintes.splice(avant).filter((plainte) => !plainte.startsWith('403 '))).toEqual([]);
    await capture(page, `conduite-${profil}-refus`);
  });

  it('ses listes montrent les personnes de son périmètre, toutes, et elles seules', async () => {
    const { page } = visite;
    await visite.open('entrepreneurs');
    await page.getByRole('combobox', { name: 'Nombre de lignes affichées' }).click();
    await page.getByRole('option', { name: 'Afficher 100 entrées' }).click();
    const siens = await listSuivis(profil === 'Équipe' ? EQUIPE : null);
    expect(siens.length).toBeGreaterThan(3);
    await expect.poll(() => listMontres(page, 'entrepreneurs')).toEqual(siens);
    await capture(page, `conduite-${profil}-personnes`);
    await expectAccessible(page);
  });

  it('rien ne s’est plaint pendant la visite', () => {
    expect(visite.plaintes).toEqual([]);
  });
});

describe('guide §4 : hors de son équipe, par l’adresse', () => {
  it('une fiche dit qu’elle est hors du périmètre, sans nom ni erreur du serveur', async () => {
    const visite = await visitAs(base.app, comptes['Équipe']!, ECRAN);
    const { page } = visite;
    const siens = await listSuivis(EQUIPE);
    const [autre] = await base.sql<{ document_id: string; nom: string }>(
      `SELECT document_id, nom FROM entrepreneurs WHERE NOT document_id = ANY($1) ORDER BY id LIMIT 1`,
      [siens]
    );
    for (const chemin of [
      `entrepreneurs/${autre!.document_id}`,
      `entrepreneurs/${autre!.document_id}/coordonnees`,
    ]) {
      await page.goto(`${base.app.url ?? ''}/admin/${chemin}`);
      await page.getByText(/Cette fiche est hors de votre périmètre/).waitFor();
      expect(await page.getByText(autre!.nom).count()).toBe(0);
    }
    await capture(page, 'conduite-hors-equipe');
    const fiche = `collection-types/api::entrepreneur.entrepreneur/${autre!.document_id}`;
    const reponse = page.waitForResponse(
      (une) => une.url().includes(fiche) && une.request().resourceType() !== 'document'
    );
    await page.goto(`${base.app.url ?? ''}/admin/content-manager/${fiche}`);
    expect((await reponse).status()).toBe(403);
    await page.waitForLoadState('networkidle');
    expect(await page.getByText(autre!.nom).count()).toBe(0);
    await capture(page, 'conduite-hors-equipe-crm');
    expect(visite.plaintes.filter((plainte) => /^(5|401)/.test(plainte))).toEqual([]);
    await visite.close();
  });
});
