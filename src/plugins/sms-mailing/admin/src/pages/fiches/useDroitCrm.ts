import { useAuth } from '@strapi/strapi/admin';
import type { TypeCrm } from '../../api/crm';

/**
 * What this user may do with the fiches of the CRM, or with one field of theirs, as Strapi's Content Manager has it; the
 * server asks again.
 */
export function useDroitCrm(verbe: 'create' | 'update', type: TypeCrm, champ?: string): boolean {
  return useAuth('useDroitCrm', ({ permissions }) =>
    permissions.some(
      ({ action, subject, properties }) =>
        action === `plugin::content-manager.explorer.${verbe}` &&
        subject === `api::${type}.${type}` &&
        (champ === undefined || (properties?.fields ?? [champ]).includes(champ))
    )
  );
}
