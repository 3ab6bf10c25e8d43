import type { Core } from '@strapi/strapi';

/** A lodash template: Strapi gives it `url`. The link lasts an hour. */
const NOUVEAU_MOT_DE_PASSE = {
  subject: 'Choisir un nouveau mot de passe',
  text: `Bonjour,

Une demande de nouveau mot de passe a été faite pour votre compte. Pour le choisir, ouvrez ce lien dans l’heure :

<%= url %>

Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.`,
  html: `<p>Bonjour,</p>
<p>Une demande de nouveau mot de passe a été faite pour votre compte. Pour le choisir, ouvrez ce lien dans l’heure :</p>
<p><a href="<%= url %>"><%= url %></a></p>
<p>Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.</p>`,
};

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
  // Strapi's type says a string, its code reads these three.
  forgotPassword: { emailTemplate: NOUVEAU_MOT_DE_PASSE as unknown as string },
  // Strapi offers to set it up on every fiche otherwise.
  preview: { enabled: false, config: { handler: () => null } },
  flags: { nps: false, promoteEE: false, docLinks: false },
  autoOpen: false,
});
