import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { createAttributs, isObjet } from './attributs';
import { porteurOf, type Regard } from './regard';

const TRI_HORS =
  'Ce tri passe par des fiches hors de votre périmètre : triez par un champ de cette liste.';

/** What the sort of a query tells of the fiches it crosses. */
export function createCheckTris(strapi: Core.Strapi, regard: Regard) {
  const attributOf = createAttributs(strapi);

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

  return (uid: string, tri: unknown): void => checkTris(uid, tri);
}
