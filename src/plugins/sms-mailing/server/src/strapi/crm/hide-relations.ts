import type { Core } from '@strapi/strapi';
import { findRegard, type Filtres } from './regard';

interface Contexte {
  params: { model: string; id: string; targetField: string };
  query: Record<string, unknown>;
  body: { results: { id: number }[]; pagination: { total: number; pageCount?: number } };
}

type Action = (this: unknown, ctx: Contexte) => Promise<void>;
type Controleur = Record<'findAvailable' | 'findExisting', Action>;

interface Relation {
  target?: string;
  mappedBy?: string;
}

/** What the panel asks when a relation is opened: a page of names, a text searched. */
function keepSearch(ctx: Contexte): void {
  const { filters: _filters, sort: _sort, populate: _populate, ...recherche } = ctx.query;
  ctx.query = recherche;
}

/** Strapi answers the number of a fiche that may not be seen, without its name: as well not answer it. */
async function hideOthers(strapi: Core.Strapi, ctx: Contexte): Promise<void> {
  const { model, id, targetField } = ctx.params;
  const { attributes } = strapi.getModel(model as never) as unknown as {
    attributes: Record<string, Relation>;
  };
  const { target = '', mappedBy } = attributes[targetField] ?? {};
  const limite = findRegard(strapi)?.limitOf(target) ?? null;
  if (limite === null) {
    return;
  }
  const cible = strapi.db.query(target);
  const dedans = (where: Filtres): object => ({ where: { $and: [where, limite] } });
  const ids = ctx.body.results.map((un) => un.id);
  const vues = await cible.findMany({ ...dedans({ id: { $in: ids } }), select: ['id'] });
  const visibles = new Set(vues.map((une: { id: number }) => une.id));
  const results = ctx.body.results.filter((un) => visibles.has(un.id));
  const total =
    mappedBy === undefined
      ? results.length
      : await cible.count(dedans({ [mappedBy]: { documentId: id } }));
  ctx.body = { results, pagination: { ...ctx.body.pagination, total } };
}

/** Guide §4, the relations of a fiche: they show and offer the fiches of the périmètre alone. */
export function hideRelations(strapi: Core.Strapi): void {
  strapi
    .get('controllers')
    .extend('plugin::content-manager.relations', (controleur: Controleur): Controleur => {
      const { findAvailable, findExisting } = controleur;
      return {
        ...controleur,
        async findAvailable(ctx) {
          keepSearch(ctx);
          await findAvailable.call(this, ctx);
        },
        async findExisting(ctx) {
          keepSearch(ctx);
          await findExisting.call(this, ctx);
          await hideOthers(strapi, ctx);
        },
      };
    });
}
