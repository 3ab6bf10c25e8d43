import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { CHEMINS } from '../../../../core/chemins-perimetre';
import { createCheckTris } from './check-tris';
import { readLiens } from './liens';
import { findRegard, type Filtres, type Regard, type Verbe } from './regard';
import { createScope } from './scope-query';

const SORTIE =
  'Cette fiche serait hors de votre périmètre : choisissez votre antenne, votre équipe ou vous-même comme référent, puis enregistrez de nouveau.';
const LIEN_HORS =
  'Une des fiches que vous reliez est hors de votre périmètre : rechargez la page, puis choisissez-en une autre.';

const ECRITURES: Readonly<Record<string, Verbe>> = {
  create: 'create',
  clone: 'create',
  update: 'update',
};

interface Relation {
  type: string;
  relation?: string;
  target?: string;
  mappedBy?: string;
}

interface Params {
  documentId?: string;
  data?: Readonly<Record<string, unknown>>;
  filters?: unknown;
  populate?: unknown;
  sort?: unknown;
}

interface Requetes {
  transform: (uid: string, params: object) => { where?: object };
}

/** Read by the machine: what its own author may see is what is being asked. */
async function count(strapi: Core.Strapi, uid: string, where: object): Promise<number> {
  const { transform } = strapi.get<Requetes>('query-params');
  return strapi.db.query(uid).count({ where: transform(uid, { filters: where }).where ?? {} });
}

/** Does each of the fiches named stand within the limit? Two names of one fiche are one. */
async function areWithin(
  strapi: Core.Strapi,
  uid: string,
  nommees: Filtres,
  limite: Filtres
): Promise<boolean> {
  // One after the other: both may run in the transaction of a save, on its one connection.
  const toutes = await count(strapi, uid, nommees);
  return toutes === (await count(strapi, uid, { $and: [nommees, limite] }));
}

/** The fiches that a field of this type may be linked to; null: it links none, or any. */
function limitOfLien(regard: Regard, { target, relation }: Relation): Filtres | null {
  return target === undefined
    ? null
    : regard.limitOf(target, relation === 'oneToMany' ? 'update' : 'read');
}

/** Every fiche that this value links or unlinks. */
function namedBy(valeur: unknown, { mappedBy }: Relation, documentId: string | undefined): Filtres {
  const { ids, documentIds, remplace } = readLiens(valeur);
  const nommees: Filtres[] = [{ id: { $in: ids } }, { documentId: { $in: documentIds } }];
  if (remplace && mappedBy !== undefined && documentId !== undefined) {
    nommees.push({ [mappedBy]: { documentId } });
  }
  return { $or: nommees };
}

/** Strapi does not look at the fiches that an update links: a list moves rows from one owner to another. */
async function checkLiens(
  strapi: Core.Strapi,
  regard: Regard,
  uid: string,
  { documentId, data = {} }: Params
): Promise<void> {
  const { attributes } = strapi.getModel(uid as never) as unknown as {
    attributes: Record<string, Relation>;
  };
  for (const [nom, valeur] of Object.entries(data)) {
    const relation = attributes[nom] ?? { type: '' };
    const limite = limitOfLien(regard, relation);
    if (relation.target === undefined || limite === null) {
      continue;
    }
    const nommees = namedBy(valeur, relation, documentId);
    if (!(await areWithin(strapi, relation.target, nommees, limite))) {
      throw new errors.PolicyError(LIEN_HORS);
    }
  }
}

/** Strapi looks at a fiche before it is written, not after: it would leave the périmètre, or be born outside. */
async function checkEcrite(
  strapi: Core.Strapi,
  limite: Filtres | null,
  uid: string,
  documentId: string | undefined
): Promise<void> {
  if (limite !== null && !(await areWithin(strapi, uid, { documentId }, limite))) {
    throw new errors.PolicyError(SORTIE);
  }
}

/** The documentId of what was written: `{ documentId }`, or of a clone `{ documentId, entries }`. */
const writtenOf = (resultat: unknown, { documentId }: Params): string | undefined =>
  (resultat as { documentId?: string } | null)?.documentId ?? documentId;

/**
 * Guide §4 beyond what Strapi's conditions hold: the fiches that a query crosses (filters, sorts, relations shown and
 * counted) are those that its author may see, and what is written stays within. Held where documents are read and
 * written, whatever the route of the panel.
 */
export function limitFiches(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action } = context;
    const regard = findRegard(strapi);
    if (regard === null || !uid.startsWith('api::')) {
      return next();
    }
    const params = context.params as Params;
    const scope = createScope(strapi, regard);
    createCheckTris(strapi, regard)(uid, params.sort);
    const { filters, populate } = params;
    Object.assign(params, {
      ...(filters === undefined ? {} : { filters: scope.scopeFilters(uid, filters) }),
      ...(populate === undefined ? {} : { populate: scope.scopePopulate(uid, populate) }),
    });
    const verbe = ECRITURES[action];
    if (verbe === undefined) {
      return next();
    }
    return strapi.db.transaction(async () => {
      await checkLiens(strapi, regard, uid, params);
      const resultat = await next();
      if (Object.hasOwn(CHEMINS, uid)) {
        await checkEcrite(strapi, regard.limitOf(uid, verbe), uid, writtenOf(resultat, params));
      }
      return resultat;
    });
  });
}
