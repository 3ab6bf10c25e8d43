import type { Core } from '@strapi/strapi';
import { findActor, forbid } from './actor';
import { answerRefusal, Refusal } from './refusal';
import { guardRoute } from './routes';

const REGLAGE_PARTAGE =
  'Ces réglages sont communs à tous les utilisateurs : demandez ce changement à un Super administrateur.';
const MEDIATHEQUE =
  'Votre profil ne dépose pas de fichier dans la médiathèque : joignez-le à un modèle, ou demandez à un Super administrateur.';

const CONFIGURER = 'plugin::content-manager.collection-types.configure-view';
const COMPOSER = 'plugin::content-manager.components.configure-layout';
const DEPOSER = 'plugin::upload.assets.create';
const REMPLACER = 'plugin::upload.assets.update';

/** What everybody shares and Strapi lets any account of the panel ask for, and the right that it takes. */
const PARTAGES = [
  ['content-manager', ['PUT', '/content-types/:uid/configuration'], CONFIGURER, REGLAGE_PARTAGE],
  ['content-manager', ['PUT', '/components/:uid/configuration'], COMPOSER, REGLAGE_PARTAGE],
  ['i18n', ['PUT', '/settings'], 'plugin::i18n.locale.update', REGLAGE_PARTAGE],
  ['upload', ['POST', '/'], DEPOSER, MEDIATHEQUE],
  ['upload', ['POST', '/actions/upload-from-urls'], DEPOSER, MEDIATHEQUE],
  ['upload', ['POST', '/files'], DEPOSER, MEDIATHEQUE],
  ['upload', ['PUT', '/files/:id'], REMPLACER, MEDIATHEQUE],
  ['upload', ['POST', '/files/:id/replace'], REMPLACER, MEDIATHEQUE],
] as const;

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

interface ContentType {
  kind?: string;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
}

function findType(strapi: Core.Strapi, uid: string): ContentType {
  const types = strapi.contentTypes as unknown as Readonly<Record<string, ContentType>>;
  return (Object.hasOwn(types, uid) ? types[uid] : undefined) ?? {};
}

type Sorte = (type: ContentType) => boolean;

const isFicheUnique: Sorte = ({ kind }) => kind === 'singleType';
const isBrouillon: Sorte = ({ options }) => options?.draftAndPublish === true;
const isTraduite: Sorte = ({ pluginOptions }) => pluginOptions?.i18n?.localized === true;

/** They name fiches that nobody compares with the périmètre of who asks: open to the only sorts that need them. */
const SANS_PERIMETRE = [
  [
    'content-manager',
    ['POST', '/collection-types/:model/actions/bulkFindForValidation'],
    isBrouillon,
    'publient',
  ],
  [
    'content-manager',
    ['GET', '/collection-types/:model/actions/countManyEntriesDraftRelations'],
    isBrouillon,
    'publient',
  ],
  ['i18n', ['GET', '/content-manager/get-fill-from-locale/:model'], isTraduite, 'traduisent'],
] as const;

const RELATIONS = ['/relations/:model/:targetField', '/relations/:model/:id/:targetField'] as const;
const CHAMP_FERME = 'Votre profil ne lit pas ce champ : demandez-le à un administrateur.';

/** Refused by Strapi too, but then it fails on its own refusal and answers « server error ». */
function explainRelations(strapi: Core.Strapi): void {
  for (const path of RELATIONS) {
    guardRoute(strapi, 'content-manager', ['GET', path], async (ctx, next) => {
      const { model = '', targetField } = ctx.params as { model?: string; targetField?: string };
      const lire = 'plugin::content-manager.explorer.read';
      if (Object.hasOwn(strapi.contentTypes, model)) {
        if (findActor(strapi)?.can(lire, model, targetField) !== true) {
          forbid(CHAMP_FERME);
        }
      }
      await next();
    });
  }
}

export function closeSettings(strapi: Core.Strapi): void {
  for (const [module, route, right, phrase] of PARTAGES) {
    guardRoute(strapi, module, route, async (_ctx, next) => {
      if (findActor(strapi)?.can(right) !== true) {
        forbid(phrase);
      }
      await next();
    });
  }
  explainRelations(strapi);
  for (const [module, route, isDeCetteSorte, verbe] of SANS_PERIMETRE) {
    guardRoute(strapi, module, route, async (ctx, next) => {
      const { model = '' } = ctx.params as { model?: string };
      if (isDeCetteSorte(findType(strapi, model))) {
        await next();
      } else {
        const phrase = `Cette adresse sert aux fiches qui se ${verbe}, et il n’y en a pas ici : ouvrez la liste des fiches.`;
        answerRefusal(ctx, new Refusal(404, 'NotFoundError', phrase));
      }
    });
  }
  for (const route of FICHE_UNIQUE) {
    guardRoute(strapi, 'content-manager', route, async (ctx, next) => {
      const { model = '' } = ctx.params as { model?: string };
      if (isFicheUnique(findType(strapi, model))) {
        await next();
      } else {
        answerRefusal(ctx, PAS_UNE_FICHE_UNIQUE);
      }
    });
  }
}
