import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import {
  COMPRESSEE,
  createIllisible,
  createTropLourd,
  translateBodyError,
  TROP_DE_FICHIERS,
} from './body-errors';
import { answerRefusal, Refusal, type Context, type Next } from './refusal';

/** What config/middlewares.ts sets, in bytes. */
interface BodyConfig {
  jsonLimit: number;
  formLimit: number;
  textLimit: number;
  formidable: { maxFileSize: number; maxFieldsSize: number };
}

/** Enough for a login form, or for what an operator reports of an SMS. */
const LIMITE_PUBLIQUE = 32 * 1024;
const FICHIERS_MAX = 20;

/**
 * Public routes of the module: nothing is read of their bodies until they have proved what they can without,
 * and asked for the rest by `ctx.state.readBody()`.
 */
const LIT_ELLE_MEME = /^\/api\/(?:sms-mailing|c)\//i;

type ReadBody = (ctx: Context, next: Next) => Promise<unknown>;

function createReader(
  original: Core.MiddlewareFactory,
  config: object,
  context: { strapi: Core.Strapi }
): ReadBody {
  const middleware = original(config, context);
  if (typeof middleware !== 'function') {
    throw new Error('strapi::body ne lit plus les corps : à revoir avec cette version de Strapi.');
  }
  return async (ctx, next) => (await middleware(ctx, next)) as unknown;
}

/** Without an identity, even a false one: a small body, no file. */
function createPublicReader(
  original: Core.MiddlewareFactory,
  config: BodyConfig,
  context: { strapi: Core.Strapi }
): ReadBody {
  const limits = {
    multipart: false,
    jsonLimit: LIMITE_PUBLIQUE,
    formLimit: LIMITE_PUBLIQUE,
    textLimit: LIMITE_PUBLIQUE,
  };
  const read = createReader(original, { ...config, ...limits }, context);
  return (ctx, next) => {
    if (ctx.is('multipart')) {
      throw createIllisible('aucun fichier n’est attendu ici');
    }
    if (Number(ctx.get('Content-Length')) > LIMITE_PUBLIQUE) {
      throw createTropLourd(LIMITE_PUBLIQUE);
    }
    return read(ctx, next);
  };
}

/** Strapi forgets those of a refused request, and of any field that is not called « files ». */
async function removeFiles(files: unknown): Promise<void> {
  const recus = Object.values((files ?? {}) as Record<string, unknown>).flat() as {
    filepath: string;
  }[];
  await Promise.all(recus.map(({ filepath }) => rm(filepath, { force: true })));
}

/** Empty files weigh nothing: they are counted. None outlives its request. */
function createFileReader(
  original: Core.MiddlewareFactory,
  config: BodyConfig,
  context: { strapi: Core.Strapi }
): ReadBody {
  return async (ctx, next) => {
    let nombre = 0;
    const filter = (): boolean => (nombre += 1) <= FICHIERS_MAX;
    const counted = { ...config, formidable: { ...config.formidable, filter } };
    const read = createReader(original, counted, context);
    let files: unknown;
    try {
      await read(ctx, () => {
        files = (ctx.request as { files?: unknown }).files;
        if (nombre > FICHIERS_MAX) {
          throw TROP_DE_FICHIERS;
        }
        return next() as Promise<unknown>;
      });
    } finally {
      await removeFiles(files);
    }
  };
}

function isAnonymous(ctx: Context): boolean {
  return ctx.get('Authorization') === '';
}

async function readThenGo(readers: Readers, ctx: Context, next: Next): Promise<void> {
  const encodage = ctx.get('Content-Encoding');
  if (encodage !== '' && encodage !== 'identity') {
    throw COMPRESSEE;
  }
  if (LIT_ELLE_MEME.test(ctx.path)) {
    const nothing = (): Promise<void> => Promise.resolve();
    ctx.state.readBody = () => readers.publique(ctx, nothing);
    await next();
    return;
  }
  if (isAnonymous(ctx)) {
    await readers.publique(ctx, next);
    return;
  }
  await (ctx.is('multipart') ? readers.fichiers : readers.connectee)(ctx, next);
}

interface Readers {
  publique: ReadBody;
  connectee: ReadBody;
  fichiers: ReadBody;
}

/**
 * Around Strapi's own reading of bodies, which comes before it knows who asks: it would take two megabytes, or
 * a file, from anyone, inflate them, and answer 500 to a comma too many.
 */
export function limitBodies(strapi: Core.Strapi): void {
  strapi
    .get('middlewares')
    .extend(
      'strapi::body',
      (original: Core.MiddlewareFactory): Core.MiddlewareFactory<BodyConfig> =>
        (config, context) => {
          const onError = (error: Error): never => {
            throw translateBodyError(error, config.formidable.maxFileSize);
          };
          const told = { ...config, onError };
          const readers: Readers = {
            publique: createPublicReader(original, told, context),
            connectee: createReader(original, told, context),
            fichiers: createFileReader(original, told, context),
          };
          return async (ctx, next) => {
            try {
              await readThenGo(readers, ctx, next);
            } catch (error) {
              if (!(error instanceof Refusal)) {
                throw error;
              }
              answerRefusal(ctx, error);
            } finally {
              // What has not been read never will be.
              if (!ctx.req.complete) {
                ctx.set('Connection', 'close');
              }
            }
          };
        }
    );
}
