import type { Core, Struct } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isJourPlausible, PHRASE_JOUR } from '../../../core/jour';

type Attribut = Struct.SchemaAttributes[string] & { component?: string };

const JOUR = /^\d{4}-\d{2}-\d{2}/;

function isHorsDuCalendrier(valeur: unknown): boolean {
  const texte = valeur instanceof Date ? valeur.toISOString() : valeur;
  return typeof texte === 'string' && JOUR.test(texte) && !isJourPlausible(texte.slice(0, 10));
}

/** Where a fiche, or one of its coordonnées, holds such a day. */
function listChemins(
  strapi: Core.Strapi,
  attributs: Readonly<Record<string, Attribut>>,
  data: Readonly<Record<string, unknown>>
): string[][] {
  return Object.entries(attributs).flatMap(([nom, { type, component }]): string[][] => {
    const valeur = Object.hasOwn(data, nom) ? data[nom] : undefined;
    if (component === undefined) {
      return type.startsWith('date') && isHorsDuCalendrier(valeur) ? [[nom]] : [];
    }
    const { attributes } = strapi.components[component as `${string}.${string}`] ?? {};
    return [valeur]
      .flat()
      .flatMap((element: unknown, rang) =>
        typeof element === 'object' && element !== null
          ? listChemins(strapi, attributes ?? {}, element as Record<string, unknown>).map(
              (chemin) => [nom, ...(Array.isArray(valeur) ? [String(rang)] : []), ...chemin]
            )
          : []
      );
  });
}

/**
 * A date that exists for PostgreSQL and with which no evening can be computed (« 9999-12-31 » for « toujours »):
 * refused beside its field, whoever writes the fiche (Content Manager, REST, an import through Strapi).
 */
export function registerCheckJours(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const { data } = context.params as { data?: unknown };
    if (context.uid.startsWith('api::') && typeof data === 'object' && data !== null) {
      const { attributes } = context.contentType;
      const chemins = listChemins(strapi, attributes, data as Record<string, unknown>);
      if (chemins.length > 0) {
        throw new errors.ValidationError(PHRASE_JOUR, {
          errors: chemins.map((path) => ({ path, message: PHRASE_JOUR, name: 'ValidationError' })),
        });
      }
    }
    return next();
  });
}
