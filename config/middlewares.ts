import type { Core } from '@strapi/strapi';

/** Largest file anyone may send, in bytes; `config/plugins.ts` repeats it for the media library. */
const TAILLE_MAX_FICHIER = 10 * 1024 * 1024;

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:', 'https:'],
          'media-src': ["'self'", 'data:', 'blob:'],
          upgradeInsecureRequests: null,
        },
      },
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
      jsonLimit: '2mb',
      formLimit: '256kb',
      textLimit: '256kb',
      formidable: { maxFileSize: TAILLE_MAX_FICHIER },
      // Operators sign the raw body of their webhooks.
      includeUnparsed: true,
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
