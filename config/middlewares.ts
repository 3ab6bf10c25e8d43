import type { Core } from '@strapi/strapi';

const KILO = 1024;
/**
 * The whole policy, and nothing but it: Strapi completes what is a list, or absent, with sources of its own (any
 * `https:` for `connect-src`), helmet with directives of its own. Texts are taken as they are.
 */
const CSP: Readonly<Record<string, string | null>> = {
  'default-src': "'self'",
  'base-uri': "'self'",
  'connect-src': "'self'",
  'font-src': "'self' data:",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
  'img-src': "'self' data: blob: https:",
  'media-src': "'self' data: blob:",
  'object-src': "'none'",
  'script-src': "'self'",
  'script-src-attr': "'none'",
  // The panel writes its styles as it runs.
  'style-src': "'self' 'unsafe-inline'",
  // A local installation has no certificate.
  upgradeInsecureRequests: null,
};

/** All the files of a request; `config/plugins.ts` repeats it for the media library. */
const TAILLE_MAX_FICHIERS = 10 * KILO * KILO;

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: { useDefaults: false, directives: CSP },
    },
  },
  {
    name: 'strapi::cors',
    config: { origin: [new URL(env('PUBLIC_URL', 'http://localhost:1337')).origin] },
  },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      // In bytes, for who is logged in: src/doors/limit-bodies.ts allows far less to the others.
      jsonLimit: 2 * KILO * KILO,
      formLimit: 256 * KILO,
      textLimit: 256 * KILO,
      formidable: { maxFileSize: TAILLE_MAX_FICHIERS, maxFieldsSize: 256 * KILO },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
