import type { Core } from '@strapi/strapi';
import { createAttributs, isObjet } from './attributs';
import type { Filtres, Regard } from './regard';

/** Strapi drops a filter that is empty, and with it what stands beside. */
function both(un: unknown, autre: Filtres): Filtres {
  return isObjet(un) && Object.keys(un).length > 0 ? { $and: [un, autre] } : autre;
}

/** `{ $null: true }`, `{ $in: [1] }`: of the link itself, which says nothing of whom it leads to. */
const isSurLien = (valeur: Filtres): boolean =>
  Object.keys(valeur).every((cle) => cle.startsWith('$') && !['$and', '$or', '$not'].includes(cle));

/** What the filters and the populate of a query ask of the fiches it crosses, held to those that its author may see. */
export function createScope(strapi: Core.Strapi, regard: Regard) {
  const attributOf = createAttributs(strapi);

  function scopeFilters(uid: string, filtres: unknown): unknown {
    if (Array.isArray(filtres)) {
      return filtres.map((filtre) => scopeFilters(uid, filtre));
    }
    if (!isObjet(filtres)) {
      return filtres;
    }
    return Object.fromEntries(
      Object.entries(filtres).map(([nom, valeur]) => [nom, scopeFilter(uid, nom, valeur)])
    );
  }

  function scopeFilter(uid: string, nom: string, valeur: unknown): unknown {
    if (nom.startsWith('$')) {
      return scopeFilters(uid, valeur);
    }
    const { target, component } = attributOf(uid, nom) ?? { type: '' };
    const cible = target ?? component;
    if (cible === undefined || !isObjet(valeur)) {
      return valeur;
    }
    const suite = scopeFilters(cible, valeur);
    const limite = regard.limitOf(cible);
    return limite === null || isSurLien(valeur) ? suite : both(suite, limite);
  }

  function scopePopulate(uid: string, populate: unknown): unknown {
    return isObjet(populate)
      ? Object.fromEntries(
          Object.entries(populate).map(([nom, valeur]) => [nom, scopeOne(uid, nom, valeur)])
        )
      : populate;
  }

  function scopeOne(uid: string, nom: string, valeur: unknown): unknown {
    const { target } = attributOf(uid, nom) ?? { type: '' };
    if (target === undefined || valeur === false) {
      return valeur;
    }
    const { filters, populate, ...suite } = isObjet(valeur) ? valeur : {};
    const limite = regard.limitOf(target);
    const filtres = limite === null ? filters : both(scopeFilters(target, filters), limite);
    return {
      ...suite,
      ...(filtres === undefined ? {} : { filters: filtres }),
      ...(populate === undefined ? {} : { populate: scopePopulate(target, populate) }),
    };
  }

  return { scopeFilters, scopePopulate };
}
