import type { Core } from '@strapi/strapi';
import { guardRoute } from './routes';

/** What Strapi's panel asks, on every page of a fiche, of services that this edition has not: « not found » each time. */
const ABSENTS = [
  ['admin', '/ai-feature-config', { isAiI18nConfigured: false }],
  ['i18n', '/ai-localization-jobs/collection-types/:contentType/:documentId', null],
] as const;

/** Answers that there is none, so that an error in the browser's console is an error. */
export function quietAi(strapi: Core.Strapi): void {
  for (const [module, path, data] of ABSENTS) {
    guardRoute(strapi, module, ['GET', path], async (ctx) => {
      ctx.body = { data };
      await Promise.resolve();
    });
  }
}
