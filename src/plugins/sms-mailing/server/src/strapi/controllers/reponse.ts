import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { REPONSES } from '../../../../core/reponse';
import { composeAnew, type Application } from '../compose';
import { createFrein } from '../frein';
import { answerWith, type ContextePublic } from '../pages-publiques/answer-page';
import { createRefus, TROP_DE_DEMANDES } from '../pages-publiques/refus';
import type { PagePublique } from '../pages-publiques/page';
import {
  REPONSE_ILLISIBLE,
  REPONSE_INCONNUE,
  writePageReponse,
} from '../pages-publiques/page-reponse';

const corpsSchema = z.object({ reponse: z.enum(REPONSES) });

/** Changes of mind of one person: each is told to who leads the action. */
const PAR_HEURE = { max: 20, fenetreMs: 3_600_000 };

/**
 * Decision G16: link scanners open links, so GET only asks; POST is the answer, without login. The link opens one
 * participation, and shows no more than what its message said.
 */
export const reponse = ({ strapi }: { strapi: Core.Strapi }) => {
  const refuse = createRefus(REPONSE_INCONNUE);
  const reponses = createFrein(PAR_HEURE);

  async function show(ctx: ContextePublic, app: Application): Promise<[number, PagePublique]> {
    const participationId = app.readInvite(ctx.params.jeton ?? '');
    const page = participationId === null ? null : await app.openReponse(participationId);
    return page === null ? refuse(ctx.request.ip) : [200, writePageReponse(page)];
  }

  async function write(
    ctx: ContextePublic,
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
    async ask(ctx: ContextePublic): Promise<void> {
      const app = await composeAnew(strapi);
      await answerWith(ctx, app, await show(ctx, app));
    },

    async answer(ctx: ContextePublic): Promise<void> {
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
