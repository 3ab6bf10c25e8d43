import { useAuth } from '@strapi/strapi/admin';
import type { Permission } from '../../core/permissions';

const PREFIXE = 'plugin::sms-mailing.';

/** What `Page.Protect` expects; `subject` must be null, not absent. */
export function droit(permission: Permission): { action: string; subject: null } {
  return { action: `${PREFIXE}${permission}`, subject: null };
}

/**
 * What this user may do. The server asks again at every request: this only hides what would be refused.
 */
export function useDroits<P extends Permission>(...permissions: P[]): Record<P, boolean> {
  const accordees = useAuth('useDroits', (etat) => etat.permissions);
  return Object.fromEntries(
    permissions.map((permission) => [
      permission,
      accordees.some(({ action }) => action === `${PREFIXE}${permission}`),
    ])
  ) as Record<P, boolean>;
}
