import type { Core } from '@strapi/strapi';

/** Strapi creates its three roles in English, beside the guide's profils. */
const ROLES = {
  'strapi-super-admin': {
    name: 'Super administrateur',
    description: 'Pour installer et dépanner : a tous les droits, y compris techniques.',
  },
  'strapi-editor': {
    name: 'Éditeur (Strapi)',
    description:
      'Profil d’origine de Strapi : modifie toutes les fiches. Préférez les profils du guide.',
  },
  'strapi-author': {
    name: 'Auteur (Strapi)',
    description: 'Profil d’origine de Strapi : modifie ses fiches. Préférez les profils du guide.',
  },
} as const;

/** On a new installation only: a role that somebody has since renamed keeps its name. */
export async function nameRoles(strapi: Core.Strapi): Promise<void> {
  if ((await strapi.db.query('admin::user').count()) > 0) {
    return;
  }
  for (const [code, data] of Object.entries(ROLES)) {
    await strapi.db.query('admin::role').updateMany({ where: { code }, data });
  }
}
