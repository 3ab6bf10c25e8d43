import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { DROIT_SENSIBLE, isSensible } from '../../../../core/filtres-sensibles';
import { PREFIXE } from '../../../../core/permissions';
import { phraseRegle } from '../../../../core/regle';
import { isObjet } from './attributs';

const ACTION = `${PREFIXE}${DROIT_SENSIBLE}`;
const ENTREPRENEUR = 'api::entrepreneur.entrepreneur';

interface Droit {
  action: string;
  subject?: string | null;
  properties?: { fields?: readonly string[] };
}

interface Droits {
  findUserPermissions(user: unknown): Promise<Droit[]>;
}

type Query = (requete: unknown, action?: unknown) => unknown;

interface Verification {
  sanitizeOutput: (data: unknown, options?: object) => Promise<unknown>;
  sanitizedQuery: Query & Readonly<Record<string, Query>>;
}

interface Verifications {
  create(de: { userAbility: { can(action: string): boolean }; model: string }): Verification;
}

function withoutChamps(droit: Droit): Droit {
  const { subject, properties } = droit;
  return subject !== ENTREPRENEUR || properties?.fields === undefined
    ? droit
    : {
        ...droit,
        properties: { ...properties, fields: properties.fields.filter((un) => !isSensible(un)) },
      };
}

/** A key of `filters`, a word of `sort`. */
const isNomme = (mots: string): boolean => mots.split(/[.,:\s]+/).some(isSensible);

/** Whether what chooses or orders fiches names one of these fields, at any depth; `tri`: its values are names too. */
function isDedans(valeur: unknown, tri: boolean): boolean {
  if (Array.isArray(valeur)) {
    return valeur.some((un) => isDedans(un, tri));
  }
  if (isObjet(valeur)) {
    return Object.entries(valeur).some(([cle, suite]) => isNomme(cle) || isDedans(suite, tri));
  }
  return tri && typeof valeur === 'string' && isNomme(valeur);
}

/** `filters` and `sort` of a query, and of each relation that it shows. */
function asksSensibles(requete: unknown): boolean {
  if (!isObjet(requete)) {
    return false;
  }
  const { filters, sort, populate } = requete;
  return (
    isDedans(filters, false) ||
    isDedans(sort, true) ||
    (isObjet(populate) && Object.values(populate).some(asksSensibles))
  );
}

/** No content type has these fields but the entrepreneur: wherever they stand, they are theirs. */
function strip(valeur: unknown): unknown {
  if (Array.isArray(valeur)) {
    return valeur.map(strip);
  }
  return isObjet(valeur) && Object.getPrototypeOf(valeur) === Object.prototype
    ? Object.fromEntries(
        Object.entries(valeur).flatMap(([cle, suite]) =>
          isSensible(cle) ? [] : [[cle, strip(suite)]]
        )
      )
    : valeur;
}

/** Strapi holds the fields of the fiche itself, not those of a fiche reached through a relation. */
function closeChamps(verification: Verification): Verification {
  const { sanitizeOutput, sanitizedQuery } = verification;
  const close =
    (query: Query): Query =>
    (requete, action) => {
      if (asksSensibles(requete)) {
        throw new errors.PolicyError(phraseRegle('critere-cache'));
      }
      return query(requete, action);
    };
  const raccourcis = Object.entries(sanitizedQuery).map(([nom, query]) => [nom, close(query)]);
  return {
    ...verification,
    sanitizeOutput: async (data, options) => strip(await sanitizeOutput(data, options)),
    sanitizedQuery: Object.assign(close(sanitizedQuery), Object.fromEntries(raccourcis)),
  };
}

/**
 * Guide §4: TH and RSA through the Content Manager. Without the right these fields are none of an account's, whatever its
 * profils say of the fiche; a list chosen or ordered by them is refused, and never longer than it was asked.
 */
export function hideSensibles(strapi: Core.Strapi): void {
  const services = strapi.get('services');
  services.extend('admin::permission', (droits: Droits): Droits => ({
    ...droits,
    async findUserPermissions(user) {
      const siens = await droits.findUserPermissions(user);
      return siens.some(({ action }) => action === ACTION) ? siens : siens.map(withoutChamps);
    },
  }));
  services.extend('plugin::content-manager.permission-checker', (service: Verifications) => ({
    ...service,
    create(de: Parameters<Verifications['create']>[0]): Verification {
      const verification = service.create(de);
      return de.userAbility.can(ACTION) ? verification : closeChamps(verification);
    },
  }));
}
