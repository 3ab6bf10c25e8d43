import type { Core } from '@strapi/strapi';
import { CHEMINS } from '../../../../core/chemins-perimetre';
import {
  ETENDUES,
  lendEtendues,
  readEtendues,
  type Etendue,
  type Rattachement,
} from '../../../../core/perimetre';
import type { DroitCompte } from '../../services/ports/perimetres';
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

interface Placement {
  siens: Rattachement;
  /** Of the colleagues that it replaces today. */
  remplacees: { siens: Rattachement; droits: DroitCompte[] }[];
}

async function readPlacement(strapi: Core.Strapi, id: number): Promise<Placement> {
  const { perimetres, listRemplacees } = compose(strapi);
  const [siens, ids] = await Promise.all([perimetres.readRattachement(id), listRemplacees(id)]);
  const remplacees = await Promise.all(
    ids.map(async (une) => ({
      siens: await perimetres.readRattachement(une),
      droits: await perimetres.listDroits(une),
    }))
  );
  return { siens, remplacees };
}

/** A request asks for the conditions of each of its account's rights: read once. */
const lus = new WeakMap<object, Map<number, Promise<Placement>>>();

function readOnce(strapi: Core.Strapi, id: number): Promise<Placement> {
  const requete = strapi.requestContext.get();
  if (requete === undefined) {
    return readPlacement(strapi, id);
  }
  const connus = lus.get(requete) ?? new Map<number, Promise<Placement>>();
  lus.set(requete, connus);
  const lu = connus.get(id) ?? readPlacement(strapi, id);
  connus.set(id, lu);
  return lu;
}

interface Demandeur {
  id: number;
  permission: { action: string; subject?: string | null };
}

/** What the right of the colleagues lends to one's own under that étendue (decision G17). */
function listPretees(
  { action, subject, etendue }: { action: string; subject: string; etendue: Etendue },
  remplacees: Placement['remplacees']
): (ConditionCrm | true)[] {
  return remplacees.flatMap(({ siens, droits }) => {
    const sien = droits.find((droit) => droit.action === action && droit.sujet === subject);
    return lendEtendues([etendue], readEtendues(sien?.conditions ?? [])).map((une) =>
      conditionFor(subject, une, siens)
    );
  });
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
      handler: async ({ id, permission: { action, subject } }: Demandeur) => {
        if (typeof subject !== 'string' || !Object.hasOwn(CHEMINS, subject)) {
          return true;
        }
        const { siens, remplacees } = await readOnce(strapi, id);
        const sienne = conditionFor(subject, etendue, siens);
        const pretees = listPretees({ action, subject, etendue }, remplacees);
        // Two intervenants are refused (decision G17): what is lent does not hide it.
        const seule = pretees.length === 0 || siens.intervenantIds.length > 1;
        return seule ? sienne : { $or: [sienne, ...pretees] };
      },
    }))
  );
}
