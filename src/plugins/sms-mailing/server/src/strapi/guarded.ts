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

/** The right of a route, as Strapi names it: it says the périmètre of the request as well. */
export function actionOf({ config }: Route): string {
  return config.policies[1].config.actions[0];
}
