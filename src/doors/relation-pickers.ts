import type { Core } from '@strapi/strapi';
import { guardRoute } from './routes';

interface Attribute {
  relation?: string;
  mappedBy?: string;
}

interface Query {
  filters?: object;
  _q?: unknown;
}

interface Offre {
  libelle?: unknown;
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
function offerFree({ relation, mappedBy }: Attribute, query: Query): void {
  if (relation === 'oneToMany' && mappedBy !== undefined) {
    query.filters = { $and: [query.filters ?? {}, { [mappedBy]: { id: { $null: true } } }] };
  }
}

const nu = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The panel shows, of what is offered, only what bears the words that were typed: who is found by a number, an e-mail
 * or another order of words bears them too.
 */
function sayWhy(offres: readonly Offre[], saisie: string): void {
  for (const offre of offres) {
    if (typeof offre.libelle === 'string' && !nu(offre.libelle).includes(nu(saisie))) {
      offre.libelle = `${offre.libelle} (${saisie})`;
    }
  }
}

/** What the relation pickers of the Content Manager offer. */
export function openRelationPickers(strapi: Core.Strapi): void {
  guardRoute(strapi, 'content-manager', ROUTE, async (ctx, next) => {
    const { model = '', targetField = '' } = ctx.params as { model?: string; targetField?: string };
    const { query } = ctx.request as { query: Query };
    offerFree(findAttribute(strapi, model, targetField), query);
    await next();
    const { results } = (ctx.body ?? {}) as { results?: Offre[] };
    if (typeof query._q === 'string' && Array.isArray(results)) {
      sayWhy(results, query._q);
    }
  });
}
