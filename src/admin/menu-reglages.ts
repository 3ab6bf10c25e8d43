import { Cog } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/**
 * Strapi shows « Paramètres » to everybody, and leads there to its own version and prices. Its link has no right to
 * ask for; ours, at the same place, takes one to the users and asks for the right to read them.
 */
const REGLE = `a[href$="/settings"], li:has(> a[href$="/settings"], > * > a[href$="/settings"]) { display: none; }`;

export function placeReglages(app: StrapiApp): void {
  const style = document.createElement('style');
  style.textContent = REGLE;
  document.head.append(style);
  app.addMenuLink({
    to: 'settings/users',
    icon: Cog,
    intlLabel: { id: 'global.settings', defaultMessage: 'Paramètres' },
    permissions: [{ action: 'admin::users.read', subject: null }],
    position: 9,
  });
}
