import type { Core } from '@strapi/strapi';
import { foldRecherche } from '../../../core/pliage';

/**
 * The search of the Content Manager's lists and of REST (`_q`), folded as the columns `recherche` are: « l'hote »
 * finds « L’HÔTE » there too (decision G14).
 */
export function registerFoldRecherches(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const params = context.params as { _q?: unknown };
    if ('recherche' in context.contentType.attributes && typeof params._q === 'string') {
      params._q = foldRecherche(params._q);
    }
    return next();
  });
}
