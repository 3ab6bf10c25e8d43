import { PREFIXE, type Permission } from '../../../core/permissions';

type Methode = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  method: Methode;
  path: string;
  handler: string;
  config: { policies: [string, { name: string; config: { actions: [string] } }] };
}

/** A route that cannot exist without a right: `droit` does not compile when it is not declared. */
export function guarded(method: Methode, path: string, handler: string, droit: Permission): Route {
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [`${PREFIXE}${droit}`] } },
      ],
    },
  };
}

/** Of one's own account: being logged into the panel is enough. */
export function own(path: string, handler: string): Omit<Route, 'config'> & { config: object } {
  return { method: 'GET', path, handler, config: { policies: ['admin::isAuthenticatedAdmin'] } };
}

/** The right of a route, as Strapi names it: it says the périmètre of the request as well. */
export function actionOf({ config }: Route): string {
  return config.policies[1].config.actions[0];
}
