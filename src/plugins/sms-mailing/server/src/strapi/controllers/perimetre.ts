import type { Core } from '@strapi/strapi';
import { composeAnew } from '../compose';

interface Contexte {
  state: { user: { id: number } };
  body: unknown;
}

/** Decision G17 « none of these = nobody, said on screen »: by right, why it shows nobody to whoever asks. */
export const perimetre = ({ strapi }: { strapi: Core.Strapi }) => ({
  async explain(ctx: Contexte): Promise<void> {
    const { explainPersonne } = await composeAnew(strapi);
    ctx.body = { data: await explainPersonne(ctx.state.user.id) };
  },
});
