import type { Core } from '@strapi/strapi';
import { guardRoute } from './routes';

interface Attribute {
  relation?: string;
  mappedBy?: string;
}

const ROUTE = ['GET', '/relations/:model/:targetField'] as const;

function findAttribute(strapi: Core.Strapi, model: string, nom: string): Attribute {
  const types = strapi.contentTypes as unknown as Readonly<
    Record<string, { attributes: Readonly<Record<string, Attribute>> }>
  >;
  return (Object.hasOwn(types, model) ? types[model]?.attributes[nom] : undefined) ?? {};
}

/**
 * What belongs to one fiche alone (the participations of an action, the contacts of a company) is offered to another
 * only while it belongs to none: to pick it would take it away from its own.
 */
export function offerFreeRelations(strapi: Core.Strapi): void {
  guardRoute(strapi, 'content-manager', ROUTE, async (ctx, next) => {
    const { model = '', targetField = '' } = ctx.params as { model?: string; targetField?: string };
    const { relation, mappedBy } = findAttribute(strapi, model, targetField);
    if (relation === 'oneToMany' && mappedBy !== undefined) {
      const { query } = ctx.request as { query: { filters?: object } };
      const libres = { [mappedBy]: { id: { $null: true } } };
      query.filters = { $and: [query.filters ?? {}, libres] };
    }
    await next();
  });
}
