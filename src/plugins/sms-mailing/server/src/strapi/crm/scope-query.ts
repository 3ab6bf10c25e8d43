import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { porteurOf, type Filtres, type Regard } from './regard';

interface Attribut {
  type: string;
  target?: string;
  component?: string;
}

const TRI_HORS =
  'Ce tri passe par des fiches hors de votre périmètre : triez par un champ de cette liste.';

const isObjet = (valeur: unknown): valeur is Filtres =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** Strapi drops a filter that is empty, and with it what stands beside. */
function both(un: unknown, autre: Filtres): Filtres {
  return isObjet(un) && Object.keys(un).length > 0 ? { $and: [un, autre] } : autre;
}

/** `{ $null: true }`, `{ $in: [1] }`: of the link itself, which says nothing of whom it leads to. */
const isSurLien = (valeur: Filtres): boolean =>
  Object.keys(valeur).every((cle) => cle.startsWith('$') && !['$and', '$or', '$not'].includes(cle));

/** What a query asks of the fiches it crosses, held to those that its author may see. */
export function createScope(strapi: Core.Strapi, regard: Regard) {
  const attributOf = (uid: string, nom: string): Attribut | undefined =>
    (strapi.getModel(uid as never) as { attributes?: Record<string, Attribut> } | undefined)
      ?.attributes?.[nom];

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

  /** A list may be ordered by the fiche that places it: it shows none whose fiche is hidden. */
  function checkTri(uid: string, chemin: readonly string[]): void {
    const [nom = '', ...suite] = chemin;
    const { target } = attributOf(uid, nom) ?? { type: '' };
    if (target === undefined) {
      return;
    }
    const place = nom === porteurOf(uid) && regard.limitOf(uid) !== null;
    if (regard.limitOf(target) !== null && !place) {
      throw new errors.PolicyError(TRI_HORS);
    }
    checkTri(target, suite);
  }

  function checkTris(uid: string, tri: unknown, avant: readonly string[] = []): void {
    if (typeof tri === 'string') {
      for (const un of tri.split(',')) {
        checkTri(uid, [...avant, ...(un.split(':')[0] ?? '').trim().split('.')]);
      }
    } else if (Array.isArray(tri)) {
      tri.forEach((un) => {
        checkTris(uid, un, avant);
      });
    } else if (isObjet(tri)) {
      for (const [nom, suite] of Object.entries(tri)) {
        const chemin = [...avant, ...nom.split('.')];
        checkTri(uid, chemin);
        if (isObjet(suite)) {
          checkTris(uid, suite, chemin);
        }
      }
    }
  }

  return {
    scopeFilters,
    scopePopulate,
    checkTris: (uid: string, tri: unknown) => checkTris(uid, tri),
  };
}
