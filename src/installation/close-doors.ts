import type { Core } from '@strapi/strapi';

interface Row {
  id: number;
}

interface ApiTokens {
  revoke(id: number): Promise<unknown>;
}

const JETONS_PAR_DEFAUT = ['Read Only', 'Full Access'];

/**
 * Strapi opens a new installation wide: two API tokens (one with full access), public registration and
 * public routes. Closed at each start until the first administrateur exists; from then on, what an
 * administrateur reopens in the panel stays open. (Strapi itself makes the tokens again at each start
 * without a user, so closing once would not do.)
 */
export async function closeDoors(strapi: Core.Strapi): Promise<void> {
  const users = await strapi.db.query('admin::user').count();
  if (users > 0) {
    return;
  }
  await deleteDefaultTokens(strapi);
  await closeRegistration(strapi);
  await closePublicRole(strapi);
}

async function deleteDefaultTokens(strapi: Core.Strapi): Promise<void> {
  const service = strapi.service('admin::api-token') as unknown as ApiTokens;
  const tokens = (await strapi.db
    .query('admin::api-token')
    .findMany({ where: { name: { $in: JETONS_PAR_DEFAUT } }, select: ['id'] })) as Row[];
  for (const token of tokens) {
    await service.revoke(token.id);
  }
}

async function closeRegistration(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const settings = (await store.get({})) as Record<string, unknown>;
  await store.set({
    value: { ...settings, allow_register: false, email_confirmation: true, unique_email: true },
  });
}

async function closePublicRole(strapi: Core.Strapi): Promise<void> {
  const rights = (await strapi.db
    .query('plugin::users-permissions.permission')
    .findMany({ where: { role: { type: 'public' } }, select: ['id'] })) as Row[];
  await strapi.db
    .query('plugin::users-permissions.permission')
    .deleteMany({ where: { id: { $in: rights.map((right) => right.id) } } });
}
