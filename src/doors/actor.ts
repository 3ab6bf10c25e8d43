import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Whoever asks for what is being written, over HTTP. */
export interface Actor {
  id: number | null;
  roles: readonly { id: number; code: string }[];
  can(action: string, subject?: string | null): boolean;
}

interface State {
  user?: { id: number; roles?: { id: number; code: string }[] };
  userAbility?: { can(action: string, subject?: string): boolean };
  route?: { config?: { auth?: unknown } };
}

const SUPER_ADMIN = 'strapi-super-admin';

/**
 * null: nobody asks. The machine itself (start, cron, command line), or a public route (registration by
 * invitation, forgotten password), which proves by its own means what it may write.
 */
export function findActor(strapi: Core.Strapi): Actor | null {
  const state = strapi.requestContext.get()?.state as State | undefined;
  if (state?.route === undefined || state.route.config?.auth === false) {
    return null;
  }
  const { user, userAbility } = state;
  return {
    id: user?.id ?? null,
    roles: user?.roles ?? [],
    can: (action, subject) => userAbility?.can(action, subject ?? undefined) ?? false,
  };
}

export function isSuperAdmin({ roles }: Actor): boolean {
  return roles.some(({ code }) => code === SUPER_ADMIN);
}

/** 403 with its sentence: of the errors of Strapi, only this one lets it through. */
export function forbid(message: string): never {
  throw new errors.PolicyError(message);
}

export { SUPER_ADMIN };
