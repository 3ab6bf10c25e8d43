import type { Core } from '@strapi/strapi';
import { findActor, forbid, isSuperAdmin, SUPER_ADMIN, type Actor } from './actor';
import { isGrantable, type Right } from './grantable';
import { guardRoute } from './routes';

type Where = Record<string, unknown>;

interface Event {
  params: { where?: Where; data?: Record<string, unknown> };
}

interface RoleRow {
  id: number;
  name: string;
  code: string;
  permissions: HeldRight[];
}

interface HeldRight extends Right {
  conditions?: string[] | null;
}

const PHRASES = {
  super: 'Seul un Super administrateur peut modifier ou supprimer un Super administrateur.',
  donner: 'Seul un Super administrateur peut donner ce rôle : demandez-le-lui.',
  soi: 'Vous ne pouvez pas changer vos propres rôles ni élargir vos droits : demandez-le à un Super administrateur.',
  droit:
    'Ce droit n’est pas de ceux que vous pouvez donner : demandez-le à un Super administrateur.',
} as const;

/** Whoever is bound by these rules; null: nobody, or a Super Admin. */
function findBound(strapi: Core.Strapi): Actor | null {
  const actor = findActor(strapi);
  return actor === null || isSuperAdmin(actor) ? null : actor;
}

/** `[1]`, `['1']`, `{ set: [{ id: 1 }] }`, `{ connect: … }`: the numbers, whatever the form. */
function readIds(relation: unknown): number[] {
  if (Array.isArray(relation)) {
    return relation.flatMap(readIds);
  }
  if (typeof relation === 'object' && relation !== null) {
    const { id, set, connect } = relation as Record<string, unknown>;
    return [id, set, connect].flatMap(readIds);
  }
  const id = Number(relation ?? Number.NaN);
  return Number.isInteger(id) ? [id] : [];
}

function can(actor: Actor, { action, subject }: Right): boolean {
  return isGrantable({ action, subject: subject ?? null }) && actor.can(action, subject);
}

/** Whether that right would be given beyond what one holds: under a condition of one's own, or none at all. */
async function isWider(strapi: Core.Strapi, actor: Actor, right: HeldRight): Promise<boolean> {
  const held = (await strapi.db.query('admin::permission').findMany({
    where: {
      action: right.action,
      subject: right.subject ?? { $null: true },
      role: { id: { $in: actor.roles.map(({ id }) => id) } },
    },
  })) as HeldRight[];
  if (held.some(({ conditions }) => (conditions ?? []).length === 0)) {
    return false;
  }
  const own = held.flatMap(({ conditions }) => conditions ?? []);
  const given = right.conditions ?? [];
  return given.length === 0 || !given.every((condition) => own.includes(condition));
}

async function canGive(strapi: Core.Strapi, actor: Actor, right: HeldRight): Promise<boolean> {
  return can(actor, right) && !(await isWider(strapi, actor, right));
}

async function checkGiven(strapi: Core.Strapi, actor: Actor, ids: number[]): Promise<void> {
  const roles = (await strapi.db.query('admin::role').findMany({
    where: { id: { $in: ids } },
    populate: ['permissions'],
  })) as RoleRow[];
  for (const { permissions, code } of roles) {
    if (code === SUPER_ADMIN) {
      forbid(PHRASES.donner);
    }
    for (const right of permissions) {
      if (!(await canGive(strapi, actor, right))) {
        forbid(PHRASES.donner);
      }
    }
  }
}

async function checkTarget(strapi: Core.Strapi, where: Where | undefined): Promise<void> {
  const supers = await strapi.db
    .query('admin::user')
    .count({ where: { $and: [where ?? {}, { roles: { code: SUPER_ADMIN } }] } });
  if (supers > 0) {
    forbid(PHRASES.super);
  }
}

/** Only what changes is given: whoever edits a name sends the roles too. */
async function checkRoles(strapi: Core.Strapi, actor: Actor, { params }: Event): Promise<void> {
  if (params.data?.['roles'] === undefined) {
    return;
  }
  const demandes = readIds(params.data['roles']);
  const [cible] = (await strapi.db.query('admin::user').findMany({
    where: params.where ?? {},
    populate: ['roles'],
    limit: 1,
  })) as { id: number; roles: { id: number }[] }[];
  const portes = cible?.roles.map(({ id }) => id) ?? [];
  const donnes = demandes.filter((id) => !portes.includes(id));
  if (
    cible?.id === actor.id &&
    (donnes.length > 0 || portes.some((id) => !demandes.includes(id)))
  ) {
    forbid(PHRASES.soi);
  }
  await checkGiven(strapi, actor, donnes);
}

function protectUsers(strapi: Core.Strapi): void {
  const onTarget = async ({ params }: Event): Promise<void> => {
    if (findBound(strapi) !== null) {
      await checkTarget(strapi, params.where);
    }
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    async beforeCreate(event) {
      const actor = findBound(strapi);
      if (actor !== null) {
        await checkGiven(strapi, actor, readIds(event.params.data?.['roles']));
      }
    },
    async beforeUpdate(event) {
      const actor = findBound(strapi);
      if (actor !== null) {
        await checkTarget(strapi, event.params.where);
        await checkRoles(strapi, actor, event);
      }
    },
    beforeUpdateMany: (event) => onTarget(event),
    beforeDelete: (event) => onTarget(event),
    beforeDeleteMany: (event) => onTarget(event),
  });
}

function protectRights(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: ['admin::permission'],
    async beforeCreate(event) {
      const actor = findBound(strapi);
      const { action, subject, role, conditions } = event.params.data ?? {};
      // Without a role: the rights of an API token, which has its own.
      if (actor === null || role === undefined || role === null) {
        return;
      }
      if (actor.roles.some(({ id }) => readIds(role).includes(id))) {
        forbid(PHRASES.soi);
      }
      if (!(await canGive(strapi, actor, { action, subject, conditions }))) {
        forbid(PHRASES.droit);
      }
    },
  });
}

/**
 * Strapi lets whoever manages users and roles do so to a Super Admin, and to themselves. Held where accounts
 * and rights are written, whatever the route: one gives only what one has, among what the module is about, and under
 * one's own périmètre at most.
 */
export function protectSuperAdmin(strapi: Core.Strapi): void {
  protectUsers(strapi);
  protectRights(strapi);
}

/** Written one row after the other: refused at the second, the first must not stay. */
const TOUT_OU_RIEN = [
  ['POST', '/users/batch-delete'],
  ['PUT', '/users/:id'],
  ['PUT', '/roles/:id/permissions'],
] as const;

export function bindAccountWrites(strapi: Core.Strapi): void {
  for (const route of TOUT_OU_RIEN) {
    guardRoute(strapi, 'admin', route, async (_ctx, next) => {
      await strapi.db.transaction(next);
    });
  }
}
