import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { REPONSES } from '../../../../core/reponse';
import { composeAnew, type Application } from '../compose';
import { createFrein } from '../frein';
import { answerPage, type ContextePublic } from '../pages-publiques/answer-page';
import type { PagePublique } from '../pages-publiques/page';
import {
  REPONSE_ILLISIBLE,
  REPONSE_INCONNUE,
  TROP_DE_DEMANDES,
  writePageReponse,
} from '../pages-publiques/page-reponse';

interface Contexte extends ContextePublic {
  params: { jeton?: string };
  request: { ip: string; body?: unknown };
  /** The application reads no body before it is asked (src/doors/limit-bodies.ts). */
  state: { readBody: () => Promise<unknown> };
}

const corpsSchema = z.object({ reponse: z.enum(REPONSES) });

/** Unknown links from one address, before it is asked to wait. */
const PAR_MINUTE = { max: 30, fenetreMs: 60_000 };
/** Changes of mind of one person: each is told to who leads the action. */
const PAR_HEURE = { max: 20, fenetreMs: 3_600_000 };

async function answerWith(
  ctx: Contexte,
  app: Application,
  [statut, page]: [number, PagePublique]
): Promise<void> {
  answerPage(ctx, { identite: await app.readIdentite(), statut, page });
}

/**
 * Decision G16: link scanners open links, so GET only asks; POST is the answer, without login. The link opens one
 * participation, and shows no more than what its message said.
 */
export const reponse = ({ strapi }: { strapi: Core.Strapi }) => {
  const inconnus = createFrein(PAR_MINUTE);
  const reponses = createFrein(PAR_HEURE);

  async function show(ctx: Contexte, app: Application): Promise<[number, PagePublique]> {
    const participationId = app.readInvite(ctx.params.jeton ?? '');
    const page = participationId === null ? null : await app.openReponse(participationId);
    if (page !== null) {
      return [200, writePageReponse(page)];
    }
    return inconnus.note(ctx.request.ip, performance.now())
      ? [429, TROP_DE_DEMANDES]
      : [404, REPONSE_INCONNUE];
  }

  async function write(
    ctx: Contexte,
    app: Application,
    participationId: number
  ): Promise<[number, PagePublique] | null> {
    if (reponses.note(String(participationId), performance.now())) {
      return [429, TROP_DE_DEMANDES];
    }
    await ctx.state.readBody();
    const corps = corpsSchema.safeParse(ctx.request.body);
    if (!corps.success) {
      return [400, REPONSE_ILLISIBLE];
    }
    await app.answerReponse(participationId, corps.data.reponse);
    return null;
  }

  return {
    async ask(ctx: Contexte): Promise<void> {
      const app = await composeAnew(strapi);
      await answerWith(ctx, app, await show(ctx, app));
    },

    async answer(ctx: Contexte): Promise<void> {
      const app = await composeAnew(strapi);
      const participationId = app.readInvite(ctx.params.jeton ?? '');
      if (participationId === null) {
        await answerWith(ctx, app, await show(ctx, app));
        return;
      }
      const refus = await write(ctx, app, participationId);
      if (refus !== null) {
        await answerWith(ctx, app, refus);
        return;
      }
      // Beside itself, wherever the application is served: reloading the page answers nothing again.
      ctx.status = 303;
      ctx.set('Location', ctx.params.jeton ?? '');
      ctx.body = '';
    },
  };
};
