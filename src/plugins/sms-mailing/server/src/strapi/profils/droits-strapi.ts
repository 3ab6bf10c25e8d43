import type { Core } from '@strapi/strapi';
import type { DroitProfil } from '../../../../core/profils';

/** A right of a role, as Strapi's service takes it and gives it. */
export interface DroitStrapi extends DroitProfil {
  properties?: { fields?: readonly string[] };
}

const EXPLORER = 'plugin::content-manager.explorer.';
const EDITION = ['create', 'read', 'update', 'delete'].map((verbe) => `${EXPLORER}${verbe}`);

interface Droits {
  actionProvider: { values(): { actionId: string }[] };
}

/** All the fields of the content types of the CRM, components included, as Strapi itself lists them for an Editor. */
export function listDroitsEdition(strapi: Core.Strapi): DroitStrapi[] {
  const { actionProvider } = strapi.service('admin::permission') as unknown as Droits;
  return strapi
    .service('admin::content-type')
    .getPermissionsWithNestedFields(
      actionProvider.values().filter(({ actionId }) => EDITION.includes(actionId))
    ) as DroitStrapi[];
}
