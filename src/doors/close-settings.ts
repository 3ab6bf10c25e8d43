import type { Core } from '@strapi/strapi';
import { findActor, forbid } from './actor';
import { answerRefusal, Refusal } from './refusal';
import { guardRoute } from './routes';

/** What everybody shares, that Strapi lets any account of the panel write, and the right that asks for it. */
const REGLAGES = [
  [
    'content-manager',
    '/content-types/:uid/configuration',
    'plugin::content-manager.collection-types.configure-view',
  ],
  [
    'content-manager',
    '/components/:uid/configuration',
    'plugin::content-manager.components.configure-layout',
  ],
  ['i18n', '/settings', 'plugin::i18n.locale.update'],
] as const;

const REGLAGE_PARTAGE =
  'Ces réglages sont communs à tous les utilisateurs : demandez ce changement à un Super administrateur.';

/** On a list, they load all of it, or take away its first row. */
const FICHE_UNIQUE = [
  ['GET', '/single-types/:model'],
  ['PUT', '/single-types/:model'],
  ['DELETE', '/single-types/:model'],
  ['POST', '/single-types/:model/actions/publish'],
  ['POST', '/single-types/:model/actions/unpublish'],
  ['POST', '/single-types/:model/actions/discard'],
  ['GET', '/single-types/:model/actions/countDraftRelations'],
] as const;

const PAS_UNE_FICHE_UNIQUE = new Refusal(
  404,
  'NotFoundError',
  'Cette adresse est celle des fiches uniques, et il n’y en a pas ici : ouvrez la liste des fiches.'
);

function isFicheUnique(strapi: Core.Strapi, uid: string): boolean {
  const types = strapi.contentTypes as unknown as Readonly<Record<string, { kind?: string }>>;
  return Object.hasOwn(types, uid) && types[uid]?.kind === 'singleType';
}

export function closeSettings(strapi: Core.Strapi): void {
  for (const [module, path, right] of REGLAGES) {
    guardRoute(strapi, module, ['PUT', path], async (_ctx, next) => {
      if (findActor(strapi)?.can(right) !== true) {
        forbid(REGLAGE_PARTAGE);
      }
      await next();
    });
  }
  for (const route of FICHE_UNIQUE) {
    guardRoute(strapi, 'content-manager', route, async (ctx, next) => {
      const { model = '' } = ctx.params as { model?: string };
      if (isFicheUnique(strapi, model)) {
        await next();
      } else {
        answerRefusal(ctx, PAS_UNE_FICHE_UNIQUE);
      }
    });
  }
}
