import type { Core } from '@strapi/strapi';
import { PREFIXE } from '../../../core/permissions';
import { PROFILS, type Profil } from './permissions';

interface Droit {
  action: string;
  subject?: string | null;
  properties?: { fields?: readonly string[] };
  conditions?: string[];
}

const EXPLORER = 'plugin::content-manager.explorer.';
const EDITION = ['create', 'read', 'update', 'delete'].map((verbe) => `${EXPLORER}${verbe}`);
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

/** All the fields of these content types, components included, as Strapi itself lists them for an Editor. */
function listDroitsCrm(strapi: Core.Strapi, profil: Profil): Droit[] {
  const tous = strapi.service('admin::content-type').getPermissionsWithNestedFields(
    strapi
      .service('admin::permission')
      .actionProvider.values()
      .filter(({ actionId }: { actionId: string }) => EDITION.includes(actionId))
  ) as Droit[];
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

/**
 * The guide's three profils, once: what an Administrateur changes afterwards stays. Called from the
 * application's bootstrap: earlier, Strapi would not create its own roles (strapi.md §D).
 */
export async function createProfils(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.service('admin::role');
  for (const profil of PROFILS) {
    const { code, nom: name, description } = profil;
    if ((await roles.findOne({ code })) !== null) {
      continue;
    }
    const role = (await roles.create({ name, code, description })) as { id: number };
    await roles.addPermissions(role.id, listDroits(strapi, profil));
  }
}
