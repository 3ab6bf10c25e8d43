import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { CHOIX_DESINSCRIPTION, porteesOf, UN_CLIC } from '../../../../core/desinscription';
import { composeAnew, type Application } from '../compose';
import { answerWith, type ContextePublic } from '../pages-publiques/answer-page';
import type { PagePublique } from '../pages-publiques/page';
import {
  CHOIX_ILLISIBLE,
  DESINSCRIPTION_INCONNUE,
  writeFait,
  writeQuestion,
} from '../pages-publiques/page-desinscription';
import { createRefus } from '../pages-publiques/refus';

interface Contexte extends ContextePublic {
  is: (type: string) => unknown;
}

const choixSchema = z.enum(CHOIX_DESINSCRIPTION);

/** Without a choice, it is the one click of a mail program, which may come as multipart; our page never does. */
async function readChoix(ctx: Contexte) {
  if (typeof ctx.is('multipart') !== 'string') {
    await ctx.state.readBody();
  }
  const corps = ctx.request.body as { choix?: unknown } | null | undefined;
  return choixSchema.safeParse(corps?.choix ?? UN_CLIC);
}

/**
 * Decision D6, RFC 8058: link scanners open links, so GET only asks; POST is the choice, or the one click, without
 * login; it may be repeated. The oppositions it writes are those of whoever received the message.
 */
export const desinscription = ({ strapi }: { strapi: Core.Strapi }) => {
  const refuse = createRefus(DESINSCRIPTION_INCONNUE);

  async function write(ctx: Contexte, app: Application): Promise<[number, PagePublique]> {
    const envoiId = app.readDesinscrit(ctx.params.jeton ?? '');
    if (envoiId === null || (await app.desinscriptions.read(envoiId)) === null) {
      return refuse(ctx.request.ip);
    }
    const lu = await readChoix(ctx);
    if (!lu.success) {
      return [400, CHOIX_ILLISIBLE];
    }
    await app.desinscriptions.add(envoiId, porteesOf(lu.data), app.moteur.clock());
    const etat = await app.desinscriptions.read(envoiId);
    return etat === null
      ? refuse(ctx.request.ip)
      : [200, writeFait(etat, await app.readIdentite())];
  }

  return {
    async ask(ctx: Contexte): Promise<void> {
      const app = await composeAnew(strapi);
      const envoiId = app.readDesinscrit(ctx.params.jeton ?? '');
      const etat = envoiId === null ? null : await app.desinscriptions.read(envoiId);
      await answerWith(
        ctx,
        app,
        etat === null
          ? refuse(ctx.request.ip)
          : [200, writeQuestion(etat, await app.readIdentite())]
      );
    },

    async confirm(ctx: Contexte): Promise<void> {
      const app = await composeAnew(strapi);
      await answerWith(ctx, app, await write(ctx, app));
    },
  };
};
