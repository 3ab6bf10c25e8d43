import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, stopApp, type App } from './harness';

const NOUVEAUX = ['profils.consulter-profils', 'profils.gerer-profils'];
const RETIRE = 'packages.gerer-packages';
const PREFIXE = 'plugin::sms-mailing.';

let app: App;

async function rolesQuiOnt(droit: string): Promise<[string, unknown][]> {
  const { rows } = await app.strapi.db.connection.raw<{
    rows: { code: string; conditions: unknown }[];
  }>(
    `SELECT r.code, coalesce(p.conditions, '[]')::text AS conditions FROM admin_permissions p
       JOIN admin_permissions_role_lnk l ON l.permission_id = p.id JOIN admin_roles r ON r.id = l.role_id
      WHERE p.action = ? ORDER BY r.code`,
    [`${PREFIXE}${droit}`]
  );
  return rows.map(({ code, conditions }) => [code, JSON.parse(String(conditions))]);
}

/** The same base, as the application of the next version finds it. */
async function restart(): Promise<void> {
  const { database } = app;
  await stopApp({ ...app, database: { ...database, drop: () => Promise.resolve() } });
  app = await startApp({ database });
}

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => stopApp(app));

it('un droit qu’une version apporte rejoint les profils du guide, dans le périmètre des leurs', async () => {
  const { connection } = app.strapi.db;
  const actions = NOUVEAUX.map((droit) => `${PREFIXE}${droit}`);
  await connection('admin_permissions').whereIn('action', actions).delete();
  await connection.raw(
    `UPDATE admin_permissions SET conditions = ?::jsonb WHERE starts_with(action, ?) AND id IN (
       SELECT l.permission_id FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id
        WHERE r.code = 'sms-administrateur')`,
    [JSON.stringify([`${PREFIXE}perimetre-antenne`]), PREFIXE]
  );
  await restart();
  for (const droit of NOUVEAUX) {
    expect(await rolesQuiOnt(droit)).toEqual([
      ['sms-administrateur', [`${PREFIXE}perimetre-antenne`]],
      ['strapi-super-admin', []],
    ]);
  }
});

it('un droit qu’un Administrateur a retiré ne revient pas', async () => {
  await app.strapi.db.connection.raw(
    `DELETE FROM admin_permissions WHERE action = ? AND id IN (
       SELECT l.permission_id FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id
        WHERE r.code = 'sms-administrateur')`,
    [`${PREFIXE}${RETIRE}`]
  );
  await restart();
  expect(await rolesQuiOnt(RETIRE)).toEqual([['strapi-super-admin', []]]);
});
