import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Whoever asks for what is being written, over HTTP. */
export interface Actor {
  id: number | null;
  roles: readonly { id: number; code: string }[];
  /** Logged into the panel: `id` is of one of its accounts, not of a token nor of the API's users. */
  panel: boolean;
  can(action: string, subject?: string | null, field?: string): boolean;
}

interface State {
  user?: { id: number; roles?: { id: number; code: string }[] };
  userAbility?: { can(action: string, subject?: string, field?: string): boolean };
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
    panel: userAbility !== undefined,
    can: (action, subject, field) => userAbility?.can(action, subject ?? undefined, field) ?? false,
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
