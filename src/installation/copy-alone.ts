import type { Core } from '@strapi/strapi';

interface Attribute {
  relation?: string;
}

/**
 * Strapi copies a fiche with all its relations. What belongs to one fiche alone (the participations of an action, the
 * situations of a person) would leave the original for its copy: a copy is born without.
 */
export function copyAlone(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    if (context.action === 'clone') {
      const attributes = context.contentType.attributes as Readonly<Record<string, Attribute>>;
      const { data = {} } = context.params as { data?: Record<string, unknown> };
      const siens = Object.keys(attributes).filter(
        (nom) => attributes[nom]?.relation === 'oneToMany'
      );
      Object.assign(context.params, {
        data: { ...Object.fromEntries(siens.map((nom) => [nom, { set: [] }])), ...data },
      });
    }
    return next();
  });
}
