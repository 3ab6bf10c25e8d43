import type { Core } from '@strapi/strapi';
import { CHEMINS } from '../../../../core/chemins-perimetre';
import { ETENDUES, type Etendue, type Rattachement } from '../../../../core/perimetre';
import { compose } from '../compose';

/** As Strapi's permissions read it, in memory and in SQL: relations with dots (strapi.md §D). */
export type ConditionCrm = Readonly<Record<string, unknown>>;

const PERSONNE: ConditionCrm = { id: { $in: [] } };

const LISTES = {
  antenne: 'antenneIds',
  equipe: 'equipeIds',
  assigne: 'intervenantIds',
} as const satisfies Readonly<Record<Etendue, keyof Rattachement>>;

/** What one étendue leaves of a content type to who is placed so; two intervenants are nobody (decision G17). */
function conditionFor(uid: string, etendue: Etendue, siens: Rattachement): ConditionCrm | true {
  const chemins = CHEMINS[uid]?.[etendue];
  if (chemins === undefined) {
    return true;
  }
  const ids = siens[LISTES[etendue]];
  if (ids.length === 0 || siens.intervenantIds.length > 1) {
    return PERSONNE;
  }
  const [premier = '', ...autres] = chemins;
  const parmi = (chemin: string): ConditionCrm => ({ [`${chemin}.id`]: { $in: [...ids] } });
  return autres.length === 0 ? parmi(premier) : { $or: [premier, ...autres].map(parmi) };
}

/** A request asks for the conditions of each of its account's rights: read once. */
const lus = new WeakMap<object, Map<number, Promise<Rattachement>>>();

function readSiens(strapi: Core.Strapi, utilisateurId: number): Promise<Rattachement> {
  const { perimetres } = compose(strapi);
  const requete = strapi.requestContext.get();
  if (requete === undefined) {
    return perimetres.readRattachement(utilisateurId);
  }
  const connus = lus.get(requete) ?? new Map<number, Promise<Rattachement>>();
  lus.set(requete, connus);
  const lu = connus.get(utilisateurId) ?? perimetres.readRattachement(utilisateurId);
  connus.set(utilisateurId, lu);
  return lu;
}

interface Demandeur {
  id: number;
  permission: { subject?: string | null };
}

/**
 * Guide §4, the columns of a profil, as conditions that Strapi's own page of roles shows too. Registered in the
 * plugin's bootstrap, before any role is written: Strapi stores a right unconditional when it does not know its
 * condition (strapi.md §0). On a right of the module they only say its périmètre: `resolvePerimetre` reads them.
 */
export async function registerConditions(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').conditionProvider.registerMany(
    (Object.keys(ETENDUES) as Etendue[]).map((etendue) => ({
      displayName: ETENDUES[etendue],
      name: `perimetre-${etendue}`,
      plugin: 'sms-mailing',
      category: 'Périmètre',
      handler: async ({ id, permission }: Demandeur) => {
        const uid = permission.subject ?? '';
        return Object.hasOwn(CHEMINS, uid)
          ? conditionFor(uid, etendue, await readSiens(strapi, id))
          : true;
      },
    }))
  );
}
