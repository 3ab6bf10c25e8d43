import type { Core } from '@strapi/strapi';
import { answerRefusal, Refusal } from './refusal';
import { guardRoute } from './routes';

const EMAIL = new Refusal(
  400,
  'ValidationError',
  'Saisissez une adresse e-mail, comme prenom.nom@exemple.fr.'
);
const DEJA_SUPPRIMES = new Refusal(
  400,
  'ValidationError',
  'Un de ces comptes n’existe plus : rechargez la page.'
);

interface Body {
  email?: unknown;
  ids?: unknown;
}

async function isOneMissing(strapi: Core.Strapi, ids: unknown): Promise<boolean> {
  if (!Array.isArray(ids) || !ids.every((id) => Number.isInteger(Number(id)))) {
    return false;
  }
  const uniques = [...new Set(ids.map(Number))];
  const trouves = await strapi.db.query('admin::user').count({ where: { id: { $in: uniques } } });
  return trouves < uniques.length;
}

/** Where Strapi answers 500: an e-mail that is no text, a list with an account that a colleague has deleted. */
export function checkAccounts(strapi: Core.Strapi): void {
  guardRoute(strapi, 'admin', ['POST', '/users'], async (ctx, next) => {
    const { email = '' } = (ctx.request.body ?? {}) as Body;
    if (typeof email === 'string') {
      await next();
    } else {
      answerRefusal(ctx, EMAIL);
    }
  });
  guardRoute(strapi, 'admin', ['POST', '/users/batch-delete'], async (ctx, next) => {
    const { ids } = (ctx.request.body ?? {}) as Body;
    if (await isOneMissing(strapi, ids)) {
      answerRefusal(ctx, DEJA_SUPPRIMES);
    } else {
      await next();
    }
  });
}
