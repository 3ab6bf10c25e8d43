import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { errors } from '@strapi/utils';
import { findActor, type Actor } from './actor';

const CREATION = 'plugin::content-manager.explorer.create';
const PLUSIEURS_INTERVENANTS =
  'Plusieurs fiches Intervenant portent votre compte : demandez à un administrateur de n’en garder qu’une.';

/** What places a fiche in the association. */
type Place = 'antenne' | 'referent';
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'api::entrepreneur.entrepreneur': ['antenne', 'referent'],
  'api::action.action': ['antenne'],
};

interface Intervenant {
  documentId: string;
  antenne: { documentId: string } | null;
}

async function findIntervenant(strapi: Core.Strapi, actor: Actor): Promise<Intervenant | null> {
  const siens = (await strapi.db.query('api::intervenant.intervenant').findMany({
    where: { utilisateur: { id: actor.id } },
    populate: ['antenne'],
  })) as Intervenant[];
  if (siens.length > 1) {
    throw new errors.ApplicationError(PLUSIEURS_INTERVENANTS);
  }
  return siens[0] ?? null;
}

/** Of the intervenant they are; of administrative staff, the one they are attached to (decision G17). */
async function findAntenne(
  strapi: Core.Strapi,
  actor: Actor,
  intervenant: Intervenant | null
): Promise<string | null> {
  if (intervenant !== null) {
    return intervenant.antenne?.documentId ?? null;
  }
  // By the connection that the creation holds.
  const siennes = await strapi.db.transaction(({ trx }: { trx: Knex.Transaction }) =>
    trx('sms_rattachements as r')
      .join('antennes as a', 'a.id', 'r.antenne_id')
      .where('r.utilisateur_id', actor.id)
      .pluck<string[]>('a.document_id')
  );
  return siennes.length === 1 ? (siennes[0] ?? null) : null;
}

/** What this actor may not say of the fiche they create. */
function listInterdites(actor: Actor, uid: string): Place[] {
  return (PLACES[uid] ?? []).filter(
    (place) => actor.can(CREATION, uid) && !actor.can(CREATION, uid, place)
  );
}

async function place(
  strapi: Core.Strapi,
  actor: Actor,
  interdites: readonly Place[]
): Promise<Partial<Record<Place, string | null>>> {
  if (interdites.length === 0) {
    return {};
  }
  const intervenant = await findIntervenant(strapi, actor);
  const places = {
    antenne: await findAntenne(strapi, actor, intervenant),
    referent: intervenant?.documentId ?? null,
  };
  return Object.fromEntries(interdites.map((nom) => [nom, places[nom]]));
}

/**
 * Decision G5: whoever may not say whose a fiche is creates it for themselves, in their antenne. Strapi has already
 * dropped what they said of it.
 */
export function ownFiches(strapi: Core.Strapi): void {
  strapi.documents.use(async ({ action, uid, params }, next) => {
    const actor = findActor(strapi);
    if ((action === 'create' || action === 'clone') && actor?.panel === true) {
      const { data } = params as { data?: Record<string, unknown> };
      const places = await place(strapi, actor, listInterdites(actor, uid));
      Object.assign(params, { data: { ...data, ...places } });
    }
    return next();
  });
}
