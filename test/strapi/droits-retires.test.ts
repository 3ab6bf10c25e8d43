import { afterAll, beforeAll, expect, it } from 'vitest';
import { up } from '../../database/migrations/2026.11.28T14.00.00.droits-des-profils';
import { startApp, stopApp, type App } from './harness';

const EXPLORER = 'plugin::content-manager.explorer';
const PROFILS = ['sms-administrateur', 'sms-conseiller', 'sms-profil-specifique'];

interface Droit {
  profil: string;
  action: string;
  subject: string;
  champs: string[] | null;
}

let app: App;
const lignes: string[] = [];

async function migrate(): Promise<void> {
  lignes.length = 0;
  const logger = { info: (ligne: string) => lignes.push(ligne) };
  await app.strapi.db.connection.transaction((trx) => up(trx, { logger }));
}

async function listDroits(): Promise<Droit[]> {
  const { rows } = await app.strapi.db.connection.raw<{ rows: Droit[] }>(
    `SELECT r.code AS profil, p.action, p.subject, p.properties -> 'fields' AS champs
       FROM admin_permissions p JOIN admin_permissions_role_lnk l ON l.permission_id = p.id
       JOIN admin_roles r ON r.id = l.role_id
      WHERE r.code = ANY(?) AND p.action LIKE ? ORDER BY 1, 2, 3`,
    [PROFILS, `${EXPLORER}%`]
  );
  return rows;
}

/** As an earlier version made the profils. */
async function restoreAnciens(): Promise<void> {
  const roles = app.strapi.service('admin::role') as unknown as {
    findOne(where: object): Promise<{ id: number }>;
    addPermissions(id: number, droits: object[]): Promise<unknown>;
  };
  for (const code of ['sms-conseiller', 'sms-profil-specifique']) {
    const { id } = await roles.findOne({ code });
    const droits = ['entrepreneur', 'action', 'participation'].map((nom) => ({
      action: `${EXPLORER}.delete`,
      subject: `api::${nom}.${nom}`,
      properties: {},
      conditions: [],
    }));
    await roles.addPermissions(id, droits);
  }
  await app.strapi.db.connection.raw(
    `UPDATE admin_permissions p SET properties = jsonb_set(properties, '{fields}',
            properties -> 'fields' || '["ficheTest","antenne","referent"]')
       FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id
      WHERE l.permission_id = p.id AND r.code = 'sms-conseiller' AND p.subject = 'api::entrepreneur.entrepreneur'
        AND p.action IN (?, ?)`,
    [`${EXPLORER}.create`, `${EXPLORER}.update`]
  );
}

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => stopApp(app));

it('les profils d’une base plus ancienne deviennent ceux d’une base neuve, et le journal dit quoi', async () => {
  const neufs = await listDroits();
  await restoreAnciens();
  expect(await listDroits()).not.toEqual(neufs);
  await migrate();
  expect(await listDroits()).toEqual(neufs);
  expect(lignes).toHaveLength(8);
  expect(lignes).toContain(
    'Profil « Profil spécifique » : ne supprime plus de fiche api::action.action (décision G5).'
  );
  expect(lignes).toContain(
    'Profil « Conseiller » : en modification, n’écrit plus ficheTest, antenne, referent de api::entrepreneur.entrepreneur (décision G5).'
  );
  await migrate();
  expect(lignes).toEqual([]);
});

it('une base neuve donne ces droits : nul autre que l’Administrateur ne supprime', async () => {
  const droits = await listDroits();
  const supprime = droits.filter(({ action }) => action === `${EXPLORER}.delete`);
  expect(new Set(supprime.map(({ profil }) => profil))).toEqual(new Set(['sms-administrateur']));
  for (const { profil, action, subject, champs } of droits) {
    if (subject === 'api::entrepreneur.entrepreneur' && champs !== null) {
      const reserve = profil === 'sms-conseiller' && action !== `${EXPLORER}.read`;
      expect([profil, action, champs.includes('ficheTest')]).toEqual([profil, action, !reserve]);
    }
  }
});
