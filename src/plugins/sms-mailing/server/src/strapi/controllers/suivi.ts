import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { parseJson } from '../../../../core/json';
import { findIllisible } from '../../../../core/lisible';
import type { RequeteSuivi } from '../../services/ports/sms';
import { compose, composeAnew, type Application } from '../compose';
import { createFrein } from '../frein';
import { toTextes } from '../textes';

interface Contexte {
  method: string;
  /** « ?cle=… », as it came: signatures cover it. */
  search: string;
  params: { fournisseur?: string; secret?: string };
  query: Readonly<Record<string, unknown>>;
  request: { ip: string; headers: Readonly<Record<string, unknown>>; body?: unknown };
  /** The application reads no body before it is asked (src/doors/limit-bodies.ts). */
  state: { readBody: () => Promise<unknown> };
  status: number;
  body: unknown;
}

/** All but the body. The address is rebuilt: behind a proxy, the request does not know its own. */
function toAnnonce(ctx: Contexte, publicUrl: string): Omit<RequeteSuivi, 'corps'> {
  const { fournisseur = '', secret = '' } = ctx.params;
  return {
    methode: ctx.method,
    url: `${publicUrl}/api/sms-mailing/suivi/${fournisseur}${ctx.search}`,
    entetes: readTextes(ctx.request.headers),
    parametres: readTextes(ctx.query),
    secret,
  };
}

function readTextes(valeurs: unknown): Record<string, string> {
  const textes = toTextes(valeurs);
  if (textes === null) {
    throw new errors.ValidationError(
      'Cette demande a trop de champs : aucun accusé de réception n’en a autant.'
    );
  }
  const defaut = findIllisible(textes);
  if (defaut !== null) {
    throw new errors.ValidationError(defaut.phrase);
  }
  return textes;
}

/** Amazon SNS says that its JSON is text. */
const readCorps = (corps: unknown): unknown =>
  typeof corps === 'string' ? (parseJson(corps) ?? {}) : corps;

/** Faults from one address before it is asked to slow down. A report with its right proof always passes. */
const PAR_MINUTE = { max: 30, fenetreMs: 60_000 };
/** Refused: perhaps another instance has changed the account. Looked at no more often. */
const RELECTURE_MS = 10_000;

const STATUTS = { recu: 200, refuse: 403, inconnu: 404, attend: 503 } as const;

/**
 * Delivery reports of the SMS operators, and what the provider of e-mails says came back: public, answered at once
 * and empty. In this order: the operator of the account, its method, its proof when it does not cover the body, the
 * brake; only then is the body read.
 */
export const suivi = ({ strapi }: { strapi: Core.Strapi }) => {
  const entrees = createFrein(PAR_MINUTE);
  const signatures = createFrein(PAR_MINUTE);
  let relueA = Number.NEGATIVE_INFINITY;

  /** Asked again of the application of now, when that of a moment ago says no. */
  async function ask<Issue extends string>(
    now: number,
    question: (app: Application) => Issue | Promise<Issue>
  ): Promise<Issue> {
    const issue = await question(compose(strapi));
    if ((issue !== 'refuse' && issue !== 'inconnu') || now - relueA <= RELECTURE_MS) {
      return issue;
    }
    relueA = now;
    return question(await composeAnew(strapi));
  }

  async function receive(ctx: Contexte): Promise<number> {
    const now = performance.now();
    const { ip } = ctx.request;
    const fournisseur = ctx.params.fournisseur ?? '';
    const annonce = toAnnonce(ctx, compose(strapi).reglages.publicUrl);
    const accueil = await ask(now, (app) => app.admitSuivi(fournisseur, annonce));
    if (accueil !== 'admis') {
      return entrees.note(ip, now) ? 429 : STATUTS[accueil];
    }
    if (signatures.isSerre(ip, now)) {
      return 429;
    }
    await ctx.state.readBody();
    const requete = { ...annonce, corps: readTextes(readCorps(ctx.request.body)) };
    const issue = await ask(now, (app) => app.receiveSuivi(fournisseur, requete));
    const faute = issue === 'refuse' || issue === 'inconnu';
    return faute && signatures.note(ip, now) ? 429 : STATUTS[issue];
  }

  return {
    async receive(ctx: Contexte): Promise<void> {
      ctx.status = await receive(ctx);
      ctx.body = '';
    },
  };
};
