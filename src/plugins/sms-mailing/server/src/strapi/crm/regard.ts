import type { Core } from '@strapi/strapi';
import { CHEMINS } from '../../../../core/chemins-perimetre';

export type Filtres = Readonly<Record<string, unknown>>;
export type Verbe = 'create' | 'read' | 'update';

/** Who looks through the panel, and what their rights leave of a content type. */
export interface Regard {
  /** As a filter of Strapi's; null: nothing is hidden. */
  limitOf(uid: string, verbe?: Verbe): Filtres | null;
}

interface Etat {
  userAbility?: object;
}

interface Permissions {
  createPermissionsManager(de: object): { getQuery(action: string): Filtres | null };
}

/** null: nobody looks through the panel. The machine, our own services, a token of the API (it sees everything). */
export function findRegard(strapi: Core.Strapi): Regard | null {
  const { userAbility: ability } = (strapi.requestContext.get()?.state ?? {}) as Etat;
  if (ability === undefined) {
    return null;
  }
  const service = strapi.service('admin::permission') as unknown as Permissions;
  const lues = new Map<string, Filtres | null>();
  return {
    limitOf(uid, verbe = 'read') {
      if (!Object.hasOwn(CHEMINS, uid)) {
        return null;
      }
      const action = `plugin::content-manager.explorer.${verbe}`;
      const cle = `${action} ${uid}`;
      if (!lues.has(cle)) {
        const limite = service
          .createPermissionsManager({ ability, action, model: uid })
          .getQuery(action);
        lues.set(cle, limite === null || Object.keys(limite).length === 0 ? null : limite);
      }
      return lues.get(cle) ?? null;
    },
  };
}

/** The relation by which a fiche is placed as another is; null: it has a place of its own. */
export function porteurOf(uid: string): string | null {
  const [premier = ''] = CHEMINS[uid]?.antenne ?? [];
  return premier.includes('.') ? premier.slice(0, premier.indexOf('.')) : null;
}
