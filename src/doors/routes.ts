import type { Core } from '@strapi/strapi';

type Middlewares = NonNullable<NonNullable<Core.Route['config']>['middlewares']>;

interface Guarded {
  strapi: Core.Strapi;
  own: Middlewares;
}

/** Strapi's routes outlive the application that mounts them: each one guards them afresh. */
const guarded = new WeakMap<Core.Route, Guarded>();

function listRoutes({ routes }: Pick<Core.Plugin, 'routes'>): Core.Route[] {
  return Array.isArray(routes) ? routes : Object.values(routes).flatMap((router) => router.routes);
}

type Module = 'admin' | 'users-permissions' | 'content-manager' | 'i18n' | 'upload';

function findRoute(strapi: Core.Strapi, module: Module, method: string, path: string): Core.Route {
  const owner = module === 'admin' ? strapi.admin : strapi.plugin(module);
  const route = listRoutes(owner).find((one) => one.method === method && one.path === path);
  if (route === undefined) {
    throw new Error(
      `La route ${method} ${path} (${module}) n’existe plus dans cette version de Strapi.`
    );
  }
  return route;
}

/**
 * Adds to a route of Strapi, between its rights and its controller. A route that has gone, or changed its name,
 * with a version of Strapi stops the start: its door would stand open without a word.
 */
export function guardRoute(
  strapi: Core.Strapi,
  module: Module,
  [method, path]: readonly [string, string],
  guard: Core.MiddlewareHandler
): void {
  const route = findRoute(strapi, module, method, path);
  const middlewares = route.config?.middlewares ?? [];
  const known = guarded.get(route);
  const own = known?.own ?? middlewares;
  const others = known?.strapi === strapi ? middlewares : own;
  guarded.set(route, { strapi, own });
  route.config = { ...route.config, middlewares: [...others, guard] };
}
