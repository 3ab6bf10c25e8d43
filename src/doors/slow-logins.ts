import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { createFrein, type Frein } from '../plugins/sms-mailing/server/src/strapi/frein';
import { answerRefusal, Refusal, type Context } from './refusal';
import { guardRoute } from './routes';

const HEURE_MS = 3_600_000;
/** Passwords tried on one account, wherever from. Strapi allows five in five minutes to each address. */
const ESSAIS = { max: 20, fenetreMs: HEURE_MS };
/** E-mails that one may have sent to an account. */
const DEMANDES = { max: 5, fenetreMs: HEURE_MS };

const TROP_D_ESSAIS = new Refusal(
  429,
  'RateLimitError',
  'Trop d’essais sur ce compte : réessayez dans une heure, ou demandez un nouveau mot de passe.'
);
const TROP_DE_DEMANDES = new Refusal(
  429,
  'RateLimitError',
  'Trop de demandes pour ce compte : cherchez l’e-mail déjà envoyé, ou réessayez dans une heure.'
);

/** As Strapi's login reads it: in the body, else in the address. Kept as a short print, whatever is typed. */
function readCompte(ctx: Context, champ: string): string {
  const { body } = ctx.request as { body?: Record<string, unknown> };
  const saisi = body?.[champ] ?? ctx.query[champ];
  const compte = typeof saisi === 'string' ? saisi.toLowerCase() : JSON.stringify(saisi ?? '');
  return createHash('sha256').update(compte).digest('base64');
}

/** Noted before, forgiven after: a thousand tries at once are a thousand tries. */
function slowLogin(frein: Frein, champ: string): Core.MiddlewareHandler {
  return async (ctx, next) => {
    const compte = readCompte(ctx, champ);
    if (frein.note(compte, performance.now())) {
      answerRefusal(ctx, TROP_D_ESSAIS);
      return;
    }
    await next();
    if (ctx.status === 200) {
      frein.forgive(compte);
    }
  };
}

function slowMail(frein: Frein): Core.MiddlewareHandler {
  return async (ctx, next) => {
    if (frein.note(readCompte(ctx, 'email'), performance.now())) {
      answerRefusal(ctx, TROP_DE_DEMANDES);
      return;
    }
    await next();
  };
}

/**
 * A limit on the account itself, panel and API: that of Strapi is on the address as well, and there are many
 * addresses.
 */
export function slowLogins(strapi: Core.Strapi): void {
  const routes = [
    ['admin', '/login', slowLogin(createFrein(ESSAIS), 'email')],
    ['users-permissions', '/auth/local', slowLogin(createFrein(ESSAIS), 'identifier')],
    ['admin', '/forgot-password', slowMail(createFrein(DEMANDES))],
    ['users-permissions', '/auth/forgot-password', slowMail(createFrein(DEMANDES))],
    ['users-permissions', '/auth/send-email-confirmation', slowMail(createFrein(DEMANDES))],
  ] as const;
  for (const [module, path, guard] of routes) {
    guardRoute(strapi, module, ['POST', path], guard);
  }
}
