import type { Core } from '@strapi/strapi';
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

/**
 * Decision G5: whoever may not say whose a fiche is creates it for themselves, in their antenne. Strapi has already
 * dropped what they said of it.
 */
export function ownFiches(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const actor = findActor(strapi);
    if ((context.action !== 'create' && context.action !== 'clone') || actor?.panel !== true) {
      return next();
    }
    const interdites = (PLACES[context.uid] ?? []).filter(
      (place) => actor.can(CREATION, context.uid) && !actor.can(CREATION, context.uid, place)
    );
    if (interdites.length > 0) {
      const intervenant = await findIntervenant(strapi, actor);
      const places: Record<Place, string | null> = {
        antenne: intervenant?.antenne?.documentId ?? null,
        referent: intervenant?.documentId ?? null,
      };
      const { data } = context.params as { data: Record<string, unknown> };
      for (const place of interdites) {
        data[place] = places[place];
      }
    }
    return next();
  });
}
