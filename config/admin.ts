import type { Core } from '@strapi/strapi';

/** Secrets have no default: `src/installation/assert-installation.ts` refuses to start without them. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: {
    secret: env('ADMIN_JWT_SECRET', ''),
    // Over plain http (demo on a laptop) a secure cookie would make every login fail.
    cookie: { secure: env('PUBLIC_URL', '').startsWith('https://') },
  },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', '') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY', '') },
  // Strapi offers to set it up on every fiche otherwise.
  preview: { enabled: false, config: { handler: () => null } },
  flags: { nps: false, promoteEE: false, docLinks: false },
  autoOpen: false,
});
