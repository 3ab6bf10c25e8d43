import type { Core } from '@strapi/strapi';
import { ECRANS, ENTETE_ECRAN, type Ecran } from '../../../../core/accord';
import { compose } from '../compose';

const PERSONNES = [
  'api::entrepreneur.entrepreneur',
  'api::contact-individuel.contact-individuel',
  'api::contact-partenaire.contact-partenaire',
];
const ECRITURES = ['create', 'update', 'clone', 'delete'];

interface Requete {
  path?: string;
  get?: (entete: string) => string;
}

/** Our pages name themselves; the Content Manager and the API are known by their address. */
function findEcran(requete: Requete | undefined): Ecran {
  const dit = requete?.get?.(ENTETE_ECRAN) ?? '';
  if (Object.hasOwn(ECRANS, dit)) {
    return dit as Ecran;
  }
  if (requete?.path === undefined) {
    return 'base';
  }
  return requete.path.startsWith('/api/') ? 'api' : 'fiche';
}

/** Whoever writes the fiche of a person signs what the base notes of its boxes, in the same transaction. */
export function signAccords(strapi: Core.Strapi): void {
  strapi.documents.use(async ({ uid, action }, next) => {
    if (!PERSONNES.includes(uid) || !ECRITURES.includes(action)) {
      return next();
    }
    const ecran = ECRANS[findEcran(strapi.requestContext.get())];
    return strapi.db.transaction(async ({ trx }) => {
      await compose(strapi).signAccords(trx, ecran);
      return next();
    });
  });
}
