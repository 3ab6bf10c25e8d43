import type { Core } from '@strapi/strapi';
import type { Exemple } from './mutations';

interface Attribut {
  type: string;
  enum?: readonly string[];
  component?: string;
  repeatable?: boolean;
  private?: boolean;
}

const VALEURS: Readonly<Record<string, string | number | boolean>> = {
  string: 'Texte',
  text: 'Texte',
  integer: 3,
  decimal: 1.5,
  boolean: true,
  date: '2022-03-05',
  datetime: '2022-03-05T09:30:00.000Z',
  time: '09:30:00.000',
};

/** What the panel judges as it is typed. */
const COORDONNEES: Readonly<Record<string, string>> = {
  adresse: 'palmer@exemple.fr',
  courrielPro: 'palmer@exemple.fr',
  numero: '06 12 34 56 78',
  telephone: '06 12 34 56 78',
};

const INTERNES = ['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'];

/** What a person or another software may write and ask for. */
function listOuverts(attributs: Readonly<Record<string, Attribut>>): [string, Attribut][] {
  return Object.entries(attributs).filter(
    ([nom, attribut]) =>
      !INTERNES.includes(nom) && !nom.startsWith('local') && attribut.private !== true
  );
}

/** One valid value for each attribute that a person may fill; a relation is left to the screen that has one. */
function fill(attributs: Readonly<Record<string, Attribut>>, strapi: Core.Strapi): object {
  const champs = listOuverts(attributs).flatMap(([nom, attribut]): [string, unknown][] => {
    const { type, component = '' } = attribut;
    if (type === 'relation') {
      return [[nom, { set: [] }]];
    }
    if (type === 'component') {
      const modele = strapi.components[component as 'coordonnees.email'] as unknown as {
        attributes: Record<string, Attribut>;
      };
      const element = fill(modele.attributes, strapi);
      return [[nom, attribut.repeatable === true ? [element] : element]];
    }
    const valeur = COORDONNEES[nom] ?? VALEURS[type] ?? 'Texte';
    return [[nom, type === 'enumeration' ? attribut.enum?.[0] : valeur]];
  });
  return Object.fromEntries(champs);
}

function listAttributs(strapi: Core.Strapi, uid: string): Record<string, Attribut> {
  return strapi.contentType(uid as 'api::action.action').attributes;
}

/** A fiche with every field filled, as its type says. */
export function fillFiche(strapi: Core.Strapi, uid: string): object {
  return fill(listAttributs(strapi, uid), strapi);
}

/** What a list of the REST API or of the Content Manager may be asked, on every field of the type. */
export function describeRecherche(strapi: Core.Strapi, uid: string): Exemple['query'] {
  const simples = listOuverts(listAttributs(strapi, uid)).filter(
    ([, { type }]) => type !== 'relation' && type !== 'component'
  );
  return Object.fromEntries<string>([
    ...simples.map(([nom, { type }]): [string, string] => [
      `filters[${nom}][$eq]`,
      String(VALEURS[type] ?? 'Texte'),
    ]),
    ['filters[id][$gt]', '1'],
    ['filters[documentId][$in][0]', 'abc'],
  ]);
}

/**
 * Which parameters Strapi treats alike: those whose attributes are of one type. What the panel judges as it is typed has
 * rules of its own; what is no attribute too.
 */
export function createFamilles(strapi: Core.Strapi, uid: string): (parametre: string) => string {
  const types = new Map(
    listOuverts(listAttributs(strapi, uid)).map(([nom, { type }]) => [nom, type])
  );
  return (parametre) => {
    const noms = parametre.match(/\w+/g) ?? [];
    const [type] = noms.flatMap((nom) => types.get(nom) ?? []);
    const propre = type === undefined || type === 'component' || noms.some((n) => n in COORDONNEES);
    return propre ? parametre : type;
  };
}
