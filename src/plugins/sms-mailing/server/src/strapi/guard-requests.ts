import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { findIllisible } from '../../../core/lisible';

type Contexte = Parameters<Core.MiddlewareHandler>[0];

/** The module reads its own requests by its own schemas: there, an error of the base is a fault of ours. */
const MODULE = /^\/(?:(?:api\/)?sms-mailing|api\/c)(?:\/|$)/i;

/** SQLSTATE of class 22, « data exception »: what was asked cannot be kept or compared, whoever asks. */
const PHRASES: Readonly<Record<string, string>> = {
  '22001': 'Un texte est trop long, 255 caractères au plus : raccourcissez-le.',
  '22003': 'Un nombre est trop grand : vérifiez-le.',
  '22007': 'Une date ou une heure est mal écrite : choisissez-la dans le calendrier.',
  '22008': 'Une date est hors du calendrier : choisissez-la entre 1900 et 2100.',
  '22021': 'Un caractère est illisible (un emoji coupé, un collage abîmé) : retapez le texte.',
  '22025': 'La recherche finit par une barre oblique inverse : retirez-la.',
  '22P02': 'Une valeur n’a pas la forme attendue (nombre, date, oui ou non) : corrigez-la.',
  '22P05': 'Un caractère est illisible (un emoji coupé, un collage abîmé) : retapez le texte.',
};

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function checkLisible(ctx: Contexte): void {
  const { body } = ctx.request as { body?: unknown };
  if (typeof (ctx.query['_q'] ?? '') !== 'string') {
    throw new errors.ValidationError('Cherchez un texte : « _q » n’en est pas un.');
  }
  const parties: readonly unknown[] = [decodePath(ctx.path), ctx.query, body];
  const [defaut] = parties.flatMap((partie) => findIllisible(partie) ?? []);
  if (defaut !== undefined) {
    const { chemin, phrase } = defaut;
    throw new errors.ValidationError(
      chemin.length === 0 ? phrase : `${chemin.join('.')} : ${phrase}`
    );
  }
}

/** What Strapi itself finds wrong before it asks the base, without saying that it is the sender's. */
const DITES: readonly (readonly [RegExp, string])[] = [
  [/^Expected a valid Number, got /, PHRASES['22P02'] ?? ''],
  [
    /^Attribute .* not found on model /,
    'Le tri nomme un champ que ces fiches n’ont pas : choisissez une colonne de la liste.',
  ],
];

function translate(erreur: unknown): unknown {
  const { code, message } = (erreur ?? {}) as { code?: unknown; message?: unknown };
  const dite = typeof message === 'string' && DITES.find(([forme]) => forme.test(message))?.[1];
  if (typeof dite === 'string') {
    return new errors.ValidationError(dite);
  }
  return typeof code === 'string' && Object.hasOwn(PHRASES, code)
    ? new errors.ValidationError(PHRASES[code] ?? '')
    : erreur;
}

/** The CRM's own paths (Content Manager, REST) and Strapi's: a French 400 where they would answer 500. */
export function guardRequests(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx, next) => {
    if (MODULE.test(ctx.path)) {
      await next();
      return;
    }
    checkLisible(ctx);
    try {
      await next();
    } catch (erreur) {
      throw translate(erreur);
    }
  });
}
