import type { Core } from '@strapi/strapi';
import { PERMISSIONS, PREFIXE, type Permission } from '../../../../core/permissions';
import { PROFILS, type Profil } from '../permissions';
import { listDroitsEdition } from './droits-strapi';

interface Droit {
  action: string;
  subject?: string | null;
  properties?: { fields?: readonly string[] };
  conditions?: readonly string[];
}

const EXPLORER = 'plugin::content-manager.explorer.';
const UTILISATEURS = [
  'users.create',
  'users.read',
  'users.update',
  'users.delete',
  'roles.create',
  'roles.read',
  'roles.update',
  'roles.delete',
];

/** A field, or a part of one that is a component. */
function isReserve(champ: string, reserves: readonly string[]): boolean {
  return reserves.some((reserve) => champ === reserve || champ.startsWith(`${reserve}.`));
}

function withoutReserves(droit: Droit, { reserves }: Profil): Droit {
  const { action, subject, properties } = droit;
  const champs = reserves[subject ?? ''] ?? [];
  return action === `${EXPLORER}read` || properties?.fields === undefined
    ? droit
    : {
        ...droit,
        properties: {
          ...properties,
          fields: properties.fields.filter((champ) => !isReserve(champ, champs)),
        },
      };
}

/** Those of the profil, but for the fields that it may not write. */
function listDroitsCrm(strapi: Core.Strapi, profil: Profil): Droit[] {
  const tous: Droit[] = listDroitsEdition(strapi);
  return tous
    .filter(({ action, subject }) => {
      const uid = subject ?? '';
      return action === `${EXPLORER}read`
        ? profil.edite.includes(uid) || profil.lit.includes(uid)
        : profil.edite.includes(uid) && (profil.supprime || action !== `${EXPLORER}delete`);
    })
    .map((droit) => withoutReserves(droit, profil));
}

function listDroits(strapi: Core.Strapi, profil: Profil): Droit[] {
  const module: Droit[] = profil.permissions.map((uid) => ({ action: `${PREFIXE}${uid}` }));
  const utilisateurs = profil.utilisateurs ? UTILISATEURS : [];
  return [
    ...module,
    ...utilisateurs.map((uid) => ({ action: `admin::${uid}` })),
    ...listDroitsCrm(strapi, profil),
  ];
}

interface Roles {
  findOne(where: { code: string }): Promise<{ id: number } | null>;
  create(role: object): Promise<{ id: number }>;
  addPermissions(roleId: number, droits: readonly Droit[]): Promise<unknown>;
}

interface Existant {
  action: string;
  conditions: string[] | null;
}

/**
 * The rights of ours that a Super Admin held when the application last stopped: those of the version before. Read in
 * the plugin's bootstrap, before Strapi gives that role the new ones; null on a new base.
 */
export async function readAnciensDroits(strapi: Core.Strapi): Promise<Set<string> | null> {
  const tenus = (await strapi.db.query('admin::permission').findMany({
    where: { action: { $startsWith: PREFIXE }, role: { code: 'strapi-super-admin' } },
    select: ['action'],
  })) as { action: string }[];
  return tenus.length === 0 ? null : new Set(tenus.map(({ action }) => action));
}

/**
 * A right that a version brings reaches the guide's profils that are there, within the périmètre that theirs have;
 * the journal says so. Other profils are left as they are.
 */
async function bringNouveaux(
  strapi: Core.Strapi,
  { nom, permissions }: Profil,
  roleId: number,
  anciens: ReadonlySet<string>
): Promise<void> {
  const nouveaux = permissions.filter((droit) => !anciens.has(`${PREFIXE}${droit}`));
  if (nouveaux.length === 0) {
    return;
  }
  const siens = (await strapi.db.query('admin::permission').findMany({
    where: { action: { $startsWith: PREFIXE }, role: { id: roleId } },
  })) as Existant[];
  const conditions = siens.find((droit) => (droit.conditions ?? []).length > 0)?.conditions ?? [];
  const absents = nouveaux.filter(
    (droit) => !siens.some(({ action }) => action === `${PREFIXE}${droit}`)
  );
  await (strapi.service('admin::role') as unknown as Roles).addPermissions(
    roleId,
    absents.map((droit) => ({ action: `${PREFIXE}${droit}`, conditions }))
  );
  const phrase = (droit: Permission): string => `« ${PERMISSIONS[droit]} »`;
  if (absents.length > 0) {
    strapi.log.info(
      `Profil « ${nom} » : cette version lui ajoute ${absents.map(phrase).join(', ')}.`
    );
  }
}

/**
 * The guide's three profils, once: what an Administrateur changes afterwards stays. Called from the
 * application's bootstrap: earlier, Strapi would not create its own roles (strapi.md §D).
 */
export async function createProfils(
  strapi: Core.Strapi,
  anciens: ReadonlySet<string> | null
): Promise<void> {
  const roles = strapi.service('admin::role') as unknown as Roles;
  for (const profil of PROFILS) {
    const { code, nom: name, description } = profil;
    const existant = await roles.findOne({ code });
    if (existant === null) {
      const role = await roles.create({ name, code, description });
      await roles.addPermissions(role.id, listDroits(strapi, profil));
    } else if (anciens !== null) {
      await bringNouveaux(strapi, profil, existant.id, anciens);
    }
  }
}
