import type { Core } from '@strapi/strapi';
import { answerRefusal, Refusal } from './refusal';
import { guardRoute } from './routes';

const EN_LIGNE_DE_COMMANDE = new Refusal(
  403,
  'ForbiddenError',
  'Le premier compte se crée sur le serveur : npx strapi admin:create-user.'
);

/** Strapi makes whoever comes first the master of a new installation: on a real base, nobody comes. */
export function closeFirstAccount(strapi: Core.Strapi): void {
  const { base } = strapi.config.get<{ base: string }>('plugin::sms-mailing');
  guardRoute(strapi, 'admin', ['POST', '/register-admin'], async (ctx, next) => {
    if (base === 'essai') {
      await next();
    } else {
      answerRefusal(ctx, EN_LIGNE_DE_COMMANDE);
    }
  });
}
