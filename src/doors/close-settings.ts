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

const CM = 'content-manager';
const DES_UNIQUES = 'est celle des fiches uniques';
const DE_CELLES_QUI = 'sert aux fiches qui se';

/** Open to the only sort of fiches that need them. */
const D_UNE_SORTE = [
  // On a list, they load all of it, or take away its first row.
  [CM, ['GET', '/single-types/:model'], isFicheUnique, DES_UNIQUES],
  [CM, ['PUT', '/single-types/:model'], isFicheUnique, DES_UNIQUES],
  [CM, ['DELETE', '/single-types/:model'], isFicheUnique, DES_UNIQUES],
  [CM, ['POST', '/single-types/:model/actions/publish'], isFicheUnique, DES_UNIQUES],
  [CM, ['POST', '/single-types/:model/actions/unpublish'], isFicheUnique, DES_UNIQUES],
  [CM, ['POST', '/single-types/:model/actions/discard'], isFicheUnique, DES_UNIQUES],
  [CM, ['GET', '/single-types/:model/actions/countDraftRelations'], isFicheUnique, DES_UNIQUES],
  // They name fiches that nobody compares with the périmètre of who asks.
  [
    CM,
    ['POST', '/collection-types/:model/actions/bulkFindForValidation'],
    isBrouillon,
    `${DE_CELLES_QUI} publient`,
  ],
  [
    CM,
    ['GET', '/collection-types/:model/actions/countManyEntriesDraftRelations'],
    isBrouillon,
    `${DE_CELLES_QUI} publient`,
  ],
  [
    'i18n',
    ['GET', '/content-manager/get-fill-from-locale/:model'],
    isTraduite,
    `${DE_CELLES_QUI} traduisent`,
  ],
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
  for (const [module, route, isDeCetteSorte, usage] of D_UNE_SORTE) {
    const phrase = `Cette adresse ${usage}, et il n’y en a pas ici : ouvrez la liste des fiches.`;
    const refus = new Refusal(404, 'NotFoundError', phrase);
    guardRoute(strapi, module, route, async (ctx, next) => {
      const { model = '' } = ctx.params as { model?: string };
      if (isDeCetteSorte(findType(strapi, model))) {
        await next();
      } else {
        answerRefusal(ctx, refus);
      }
    });
  }
}
