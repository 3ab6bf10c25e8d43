import type { Core } from '@strapi/strapi';
import type { Filtres } from './regard';

interface Attribut {
  type: string;
  target?: string;
  component?: string;
}

/** What a field of a content type or of a component is; undefined: no such field. */
export function createAttributs(strapi: Core.Strapi) {
  return (uid: string, nom: string): Attribut | undefined =>
    (strapi.getModel(uid as never) as { attributes?: Record<string, Attribut> } | undefined)
      ?.attributes?.[nom];
}

export const isObjet = (valeur: unknown): valeur is Filtres =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);
