import type { Core } from '@strapi/strapi';
import type { RequeteSuivi } from '../../services/ports/sms';
import { compose, composeAnew } from '../compose';
import { createFrein } from '../frein';

interface Contexte {
  method: string;
  /** « ?cle=… », as it came: signatures cover it. */
  search: string;
  params: { fournisseur?: string; secret?: string };
  query: Readonly<Record<string, unknown>>;
  request: { ip: string; headers: Readonly<Record<string, unknown>>; body?: unknown };
  status: number;
  body: unknown;
}

const PROFONDEUR = 4;

/** Texts by name; those of a JSON object are named by their path, `status.value`. */
function toTextes(valeurs: unknown, prefixe = '', profondeur = 0): Record<string, string> {
  const entrees = typeof valeurs === 'object' && valeurs !== null ? Object.entries(valeurs) : [];
  const textes = entrees.flatMap(([nom, valeur]: [string, unknown]): [string, string][] => {
    const chemin = prefixe + nom;
    if (typeof valeur === 'string' || typeof valeur === 'number') {
      return [[chemin, String(valeur)]];
    }
    return profondeur < PROFONDEUR
      ? Object.entries(toTextes(valeur, `${chemin}.`, profondeur + 1))
      : [];
  });
  return Object.fromEntries(textes);
}

/** The address is rebuilt from the configuration: behind a proxy, the request does not know its own. */
function toRequete(ctx: Contexte, publicUrl: string): RequeteSuivi {
  const { fournisseur = '', secret = '' } = ctx.params;
  return {
    methode: ctx.method,
    url: `${publicUrl}/api/sms-mailing/suivi/${fournisseur}${ctx.search}`,
    entetes: toTextes(ctx.request.headers),
    parametres: toTextes(ctx.query),
    corps: toTextes(ctx.request.body),
    secret,
  };
}

/** Wrong signatures from one address before it is asked to slow down. A right one always passes. */
const FAUTES_PAR_MINUTE = 30;
/** Refused: perhaps another instance has changed the account. Looked at no more often. */
const RELECTURE_MS = 10_000;

const STATUTS = { recu: 200, refuse: 403, inconnu: 404 } as const;

/**
 * Delivery reports of the SMS operators: public, proved by their signature or by the secret of the address,
 * answered at once and empty.
 */
export const suivi = ({ strapi }: { strapi: Core.Strapi }) => {
  const frein = createFrein(FAUTES_PAR_MINUTE);
  let relueA = Number.NEGATIVE_INFINITY;

  return {
    async receive(ctx: Contexte): Promise<void> {
      const app = compose(strapi);
      const fournisseur = ctx.params.fournisseur ?? '';
      const requete = toRequete(ctx, app.reglages.publicUrl);
      let issue = await app.receiveSuivi(fournisseur, requete);
      const now = performance.now();
      if (issue !== 'recu' && now - relueA > RELECTURE_MS) {
        relueA = now;
        issue = await (await composeAnew(strapi)).receiveSuivi(fournisseur, requete);
      }
      const trop = issue !== 'recu' && frein.note(ctx.request.ip, now);
      ctx.status = trop ? 429 : STATUTS[issue];
      ctx.body = '';
    },
  };
};
