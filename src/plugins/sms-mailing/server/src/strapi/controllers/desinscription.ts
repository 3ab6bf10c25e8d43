import type { Core } from '@strapi/strapi';
import { compose } from '../compose';

interface Contexte {
  params: { jeton?: string };
  status: number;
  type: string;
  body: unknown;
}

function page(titre: string, corps: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${titre}</title></head><body style="font-family:Arial,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem;line-height:1.5"><h1 style="font-size:1.4rem">${titre}</h1>${corps}</body></html>`;
}

const QUESTION = page(
  'Ne plus recevoir nos newsletters',
  '<p>Vous continuerez à recevoir les messages de suivi : convocations et rappels de rendez-vous.</p><form method="post"><button style="font-size:1rem;padding:.6rem 1.2rem">Me désinscrire</button></form>'
);
const FAIT = page('C’est fait', '<p>Vous ne recevrez plus nos newsletters ni nos promotions.</p>');
const INCONNU = page(
  'Lien inconnu',
  '<p>Ce lien de désinscription n’est pas valable : répondez au message reçu, nous le ferons pour vous.</p>'
);

/**
 * Decision D6, RFC 8058: link scanners open links, so GET only asks; POST is the one click, without login,
 * and may be repeated. It stops newsletters and promotions, never the messages of suivi.
 */
export const desinscription = ({ strapi }: { strapi: Core.Strapi }) => ({
  async ask(ctx: Contexte): Promise<void> {
    const connu = (await compose(strapi).readDesinscrit(ctx.params.jeton ?? '')) !== null;
    ctx.status = connu ? 200 : 404;
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = connu ? QUESTION : INCONNU;
  },

  async confirm(ctx: Contexte): Promise<void> {
    const app = compose(strapi);
    const envoiId = await app.readDesinscrit(ctx.params.jeton ?? '');
    if (envoiId !== null) {
      await app.moteur.oppositions.addFromEnvoi('lien', envoiId, app.moteur.clock());
    }
    ctx.status = envoiId === null ? 404 : 200;
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = envoiId === null ? INCONNU : FAIT;
  },
});
