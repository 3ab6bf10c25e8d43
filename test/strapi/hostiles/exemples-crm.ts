import type { Core } from '@strapi/strapi';
import type { Exemple } from './mutations';

interface Attribut {
  type: string;
  enum?: readonly string[];
  component?: string;
  repeatable?: boolean;
}

const VALEURS: Readonly<Record<string, unknown>> = {
  string: 'Texte',
  text: 'Texte',
  integer: 3,
  decimal: 1.5,
  boolean: true,
  date: '2022-03-05',
  datetime: '2022-03-05T09:30:00.000Z',
  time: '09:30:00.000',
  json: { cle: 'valeur' },
};

/** One valid value for each attribute that a person may fill; a relation is left to the screen that has one. */
function fill(attributs: Readonly<Record<string, Attribut>>, strapi: Core.Strapi): object {
  const champs = Object.entries(attributs).flatMap(([nom, attribut]): [string, unknown][] => {
    const { type, component = '' } = attribut;
    if (type === 'relation') {
      return [[nom, { set: [] }]];
    }
    if (type === 'component') {
      const modele = strapi.components[component as never] as unknown as {
        attributes: Record<string, Attribut>;
      };
      const element = fill(modele.attributes, strapi);
      return [[nom, attribut.repeatable === true ? [element] : element]];
    }
    return [[nom, type === 'enumeration' ? attribut.enum?.[0] : (VALEURS[type] ?? 'Texte')]];
  });
  const internes = ['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale'];
  return Object.fromEntries(
    champs.filter(([nom]) => !internes.includes(nom) && nom !== 'localizations')
  );
}

export function listAttributs(strapi: Core.Strapi, uid: string): Record<string, Attribut> {
  return strapi.contentType(uid as never).attributes as unknown as Record<string, Attribut>;
}

/** A fiche with every field filled, as its type says. */
export function fillFiche(strapi: Core.Strapi, uid: string): object {
  return fill(listAttributs(strapi, uid), strapi);
}

/** What a list of the REST API or of the Content Manager may be asked, on every field of the type. */
export function describeRecherche(strapi: Core.Strapi, uid: string): Exemple['query'] {
  const simples = Object.entries(listAttributs(strapi, uid)).filter(
    ([, { type }]) => type !== 'relation' && type !== 'component'
  );
  return Object.fromEntries([
    ...simples.map(([nom]) => [`filters[${nom}][$eq]`, '1']),
    ['filters[id][$gt]', '1'],
    ['filters[documentId][$in][0]', 'abc'],
  ]);
}
