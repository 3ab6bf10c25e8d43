import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../strapi/base-du-guide';
import { createUser, findRole, type User } from '../strapi/harness';
import { closeNavigateur, expectAccessible, visitAs, type Visite } from './navigateur';

const ECRAN = { width: 1366, height: 768 };
const FERMEE = 'Votre profil n’ouvre pas cette page : demandez-la à un Administrateur.';
const P = 'plugin::sms-mailing.perimetre-';

/** Every page of the module, and the subtitle of the menu that leads there. */
const PAGES = [
  'ce-soir',
  'entrepreneurs',
  'actions',
  'agenda',
  'contacts-et-partenaires',
  'envoi-emails-sms',
  'contacts-emails-sms/modeles-mailing',
  'contacts-emails-sms/modeles-newsletter',
  'contacts-emails-sms/modeles-sms',
  'contacts-emails-sms/packages-sms',
  'contacts-emails-sms/envois-automatiques',
  'contacts-emails-sms/signets',
  'contacts-emails-sms/profils',
  'contacts-emails-sms/parametres',
] as const;
type Chemin = (typeof PAGES)[number];

const DU_CONSEILLER: readonly Chemin[] = [
  'entrepreneurs',
  'actions',
  'agenda',
  'contacts-et-partenaires',
  'contacts-emails-sms/modeles-mailing',
  'contacts-emails-sms/modeles-newsletter',
  'contacts-emails-sms/modeles-sms',
  'contacts-emails-sms/signets',
];

interface Cas {
  nom: string;
  role: string;
  /** Of its rights; null: « Tout ». */
  etendue: 'antenne' | 'equipe' | 'assigne' | null;
  /** Of an entrepreneur `e` with its référent `i`, the account being that of `:moi`. */
  personnes: string;
  pages: readonly Chemin[];
}

const CAS: readonly Cas[] = [
  {
    nom: 'Administrateur',
    role: 'sms-administrateur',
    etendue: null,
    personnes: 'true',
    pages: PAGES,
  },
  {
    nom: 'Profil spécifique',
    role: 'sms-profil-specifique',
    etendue: 'antenne',
    personnes: 'la.antenne_id = moi.antenne_id',
    pages: PAGES.filter((chemin) => !/(profils|parametres)$/.test(chemin)),
  },
  {
    nom: 'Conseiller',
    role: 'sms-conseiller',
    etendue: 'assigne',
    personnes: 'lr.intervenant_id = moi.id',
    pages: DU_CONSEILLER,
  },
  {
    nom: 'Équipe',
    role: 'equipe',
    etendue: 'equipe',
    personnes: 'le.equipe_id = moi.equipe_id',
    pages: DU_CONSEILLER,
  },
];

let base: BaseDuGuide;

/** A copy of the Conseiller. */
async function createEquipe(): Promise<void> {
  const roles = base.app.strapi.service('admin::role') as unknown as {
    create(role: object): Promise<{ id: number }>;
    addPermissions(id: number, droits: object[]): Promise<unknown>;
  };
  const { id } = await roles.create({ name: 'Équipe', code: 'equipe' });
  const conseiller = await findRole(base.app, 'sms-conseiller');
  const droits = (await base.app.strapi.db.query('admin::permission').findMany({
    where: { role: { id: conseiller!.id } },
  })) as { action: string; subject: string | null; properties: object }[];
  await roles.addPermissions(
    id,
    droits.map(({ action, subject, properties }) => ({ action, subject, properties }))
  );
}

/** Jérôme ACCÈS, of an antenne and an équipe, under this profil. */
async function createCompte({ role, etendue }: Cas): Promise<User> {
  const compte = await createUser(base.app, role);
  await base.sql('DELETE FROM intervenants_utilisateur_lnk');
  await base.sql(
    `INSERT INTO intervenants_utilisateur_lnk (user_id, intervenant_id)
     SELECT $1, id FROM intervenants WHERE prenom = 'Jérôme' AND upper(nom) = 'ACCÈS'`,
    [compte.id]
  );
  await base.sql(
    `UPDATE admin_permissions SET conditions = $1::jsonb
      WHERE id IN (SELECT l.permission_id FROM admin_permissions_role_lnk l
                     JOIN admin_roles r ON r.id = l.role_id WHERE r.code = $2)`,
    [JSON.stringify(etendue === null ? [] : [P + etendue]), role]
  );
  return compte;
}

async function listPersonnes({
  personnes,
}: Cas): Promise<{ documentId: string; dedans: boolean }[]> {
  return base.sql<{ documentId: string; dedans: boolean }>(
    `SELECT e.document_id AS "documentId", coalesce(${personnes}, false) AS dedans
       FROM entrepreneurs e
       LEFT JOIN entrepreneurs_antenne_lnk la ON la.entrepreneur_id = e.id
       LEFT JOIN entrepreneurs_referent_lnk lr ON lr.entrepreneur_id = e.id
       LEFT JOIN intervenants_equipe_lnk le ON le.intervenant_id = lr.intervenant_id
       CROSS JOIN (SELECT i.id, a.antenne_id, q.equipe_id FROM intervenants i
                     LEFT JOIN intervenants_antenne_lnk a ON a.intervenant_id = i.id
                     LEFT JOIN intervenants_equipe_lnk q ON q.intervenant_id = i.id
                    WHERE i.prenom = 'Jérôme' AND upper(i.nom) = 'ACCÈS') moi`
  );
}

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', {}, { panel: true, listen: true });
  await createEquipe();
});

afterAll(async () => {
  await closeNavigateur();
  await base.close();
});

/** « 12 entrepreneurs », once the table has come. */
async function readTotal({ page }: Visite): Promise<number> {
  const compte = page.getByRole('status').filter({ hasText: /entrepreneurs?$/ });
  const [nombre = ''] = /^[\d\s]+/.exec(await compte.first().innerText()) ?? [];
  return Number(nombre.replace(/\s/g, ''));
}

describe.each(CAS)('Guide §4 : le profil $nom dans le panneau', (cas) => {
  let visite: Visite;

  beforeAll(async () => {
    visite = await visitAs(base.app, await createCompte(cas), ECRAN);
  });
  afterAll(() => visite.close());

  it('ouvre ses pages ; ailleurs, il lit que son profil ne les ouvre pas', async () => {
    const { page } = visite;
    for (const chemin of PAGES) {
      await page.goto(`${base.app.url ?? ''}/admin/${chemin}`);
      const titre = page.locator('main h1').first();
      const refus = page.getByText(FERMEE).first();
      await titre.or(refus).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([chemin, await refus.isVisible()]).toEqual([chemin, !cas.pages.includes(chemin)]);
    }
    expect(visite.plaintes.filter((plainte) => /^5\d\d |^4(?!03)\d\d /.test(plainte))).toEqual([]);
  });

  it('voit exactement ses personnes, et la fiche d’une autre lui dit pourquoi elle reste fermée', async () => {
    const toutes = await listPersonnes(cas);
    const siennes = toutes.filter(({ dedans }) => dedans);
    expect(siennes.length).toBeGreaterThan(0);
    await visite.open('entrepreneurs');
    await expect.poll(() => readTotal(visite)).toBe(siennes.length);
    const { page } = visite;
    const lignes = page.getByRole('table', { name: 'Entrepreneurs' }).getByRole('link');
    const adresses = await Promise.all(
      (await lignes.all()).map(async (lien) => (await lien.getAttribute('href')) ?? '')
    );
    const connues = new Set(siennes.map(({ documentId }) => documentId));
    expect(adresses.length).toBeGreaterThan(0);
    expect(adresses.filter((une) => !connues.has(une.split('/').at(-1) ?? ''))).toEqual([]);
    const autre = toutes.find(({ dedans }) => !dedans);
    if (autre !== undefined) {
      await page.goto(`${base.app.url ?? ''}/admin/entrepreneurs/${autre.documentId}`);
      await page.getByText('Cette fiche est hors de votre périmètre').first().waitFor();
      await expectAccessible(page);
    }
    expect(cas.etendue === null).toBe(autre === undefined);
  });
});

describe('Décision G17 : rattaché à rien', () => {
  it('chaque page dit à qui demander, plutôt que de paraître vide', async () => {
    const { page, close, open } = await visitAs(
      base.app,
      await createUser(base.app, 'sms-conseiller'),
      ECRAN
    );
    await open('entrepreneurs');
    await page
      .getByText(/^Votre compte n’est rattaché à aucune fiche Intervenant : aucune fiche/)
      .waitFor();
    if (process.env['CAPTURES'] !== undefined) {
      await page.screenshot({ path: `${process.env['CAPTURES']}/rattache-a-rien.png` });
    }
    await expectAccessible(page);
    await close();
  });
});
