import { createHasard, type Hasard } from '../../../scripts/seed/hasard.mjs';
import {
  CORPS,
  FORMES_QUERY,
  REDOUTEES_ADRESSE,
  REDOUTEES_JSON,
  VALEURS_ADRESSE,
  VALEURS_JSON,
} from './valeurs';

/** A request that a screen would send: every parameter of its route, and values that the base knows. */
export interface Exemple {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  /** Of the values and the shapes of its query. */
  croisement?: Croisement;
}

export interface RequeteHostile {
  /** What was changed, for whoever reads a failure. */
  quoi: string;
  /** The parameter that was changed; '' when it is the whole body. */
  parametre: string;
  /** What the address names a fiche by, when that is what was changed. */
  documentId?: string;
  chemin: string;
  corps: string | undefined;
}

/** A parameter that no route reads: what stands before them all does. */
export const INATTENDU = 'inattendu';

type Chemin = readonly (string | number)[];

function listChemins(valeur: unknown, chemin: Chemin = []): Chemin[] {
  const dessous = Array.isArray(valeur)
    ? valeur.slice(0, 1).flatMap((element, rang) => listChemins(element, [...chemin, rang]))
    : typeof valeur === 'object' && valeur !== null
      ? Object.entries(valeur).flatMap(([nom, champ]) => listChemins(champ, [...chemin, nom]))
      : [];
  return chemin.length === 0 ? dessous : [chemin, ...dessous];
}

function replaceAt(valeur: unknown, [tete, ...reste]: Chemin, hostile: unknown): unknown {
  if (tete === undefined) {
    return hostile;
  }
  if (Array.isArray(valeur)) {
    const copie: unknown[] = [...(valeur as unknown[])];
    copie[Number(tete)] = replaceAt(copie[Number(tete)], reste, hostile);
    return copie;
  }
  const champs = valeur as Record<string, unknown>;
  return { ...champs, [tete]: replaceAt(champs[tete], reste, hostile) };
}

function toChemin(route: string, params: Readonly<Record<string, string>>): string {
  return route.replace(/(?<=\/):(\w+)/g, (_, nom: string) => params[nom] ?? 'inconnu');
}

function toQuery(query: Readonly<Record<string, string>>): string {
  const champs = Object.entries(query).map(
    ([nom, valeur]) => `${nom}=${encodeURIComponent(valeur)}`
  );
  return champs.length === 0 ? '' : `?${champs.join('&')}`;
}

/**
 * How many values a parameter meets: one that has already answered 500, in one case of three another too, always the
 * same ones; all those that have; all of them.
 */
export type Jeu = 'tire' | 'redoutees' | 'toutes';

/** Every value in every form; or, where forms are read before values whatever they are, each in turn. */
export type Croisement = 'produit' | 'somme';

/** How many values this parameter meets. */
type JeuDe = (parametre: string) => Jeu;

type Pick = <T>(parametre: string, redoutees: readonly T[], autres: readonly T[]) => readonly T[];

function createPick(hasard: Hasard, jeuDe: JeuDe): Pick {
  return (parametre, redoutees, autres) => {
    switch (jeuDe(parametre)) {
      case 'toutes':
        return [...redoutees, ...autres];
      case 'redoutees':
        return redoutees;
      case 'tire':
        return [hasard.pick(redoutees), ...(hasard.chance(1 / 3) ? [hasard.pick(autres)] : [])];
    }
  };
}

function mutateParams(route: string, exemple: Exemple, pick: Pick): RequeteHostile[] {
  const { params = {}, query = {}, body } = exemple;
  const corps = body === undefined ? undefined : JSON.stringify(body);
  const noms = [...route.matchAll(/(?<=\/):(\w+)/g)].map(([, nom = '']) => nom);
  return noms.flatMap((nom) =>
    pick(nom, REDOUTEES_ADRESSE, VALEURS_ADRESSE).map((valeur) => ({
      parametre: `:${nom}`,
      ...(nom === 'documentId' ? { documentId: valeur } : {}),
      quoi: `:${nom} = ${valeur.slice(0, 40)}`,
      chemin: toChemin(route, { ...params, [nom]: valeur }) + toQuery(query),
      corps,
    }))
  );
}

/** `nom` with these values, in every shape in which a parameter may come. */
function combine(nom: string, valeurs: readonly string[], croisement: Croisement): string[] {
  const [simple, ...autres] = FORMES_QUERY;
  const [premiere = ''] = valeurs;
  return croisement === 'produit'
    ? FORMES_QUERY.flatMap((forme) => valeurs.map((valeur) => forme(nom, valeur)))
    : [
        ...valeurs.map((valeur) => simple(nom, valeur)),
        ...autres.map((forme) => forme(nom, premiere)),
      ];
}

function mutateQuery(route: string, exemple: Exemple, pick: Pick): RequeteHostile[] {
  const { params = {}, query = {}, body, croisement = 'produit' } = exemple;
  const corps = body === undefined ? undefined : JSON.stringify(body);
  const chemin = toChemin(route, params);
  return Object.keys({ ...query, [INATTENDU]: '' }).flatMap((nom) => {
    const { [nom]: _remplace, ...autres } = query;
    const reste = toQuery(autres);
    const redoutees = combine(nom, REDOUTEES_ADRESSE, croisement);
    return pick(nom, redoutees, combine(nom, VALEURS_ADRESSE, croisement)).map((couple) => ({
      parametre: nom,
      quoi: couple.slice(0, 60),
      chemin: `${chemin}${reste === '' ? '?' : `${reste}&`}${couple}`,
      corps,
    }));
  });
}

function mutateBody(route: string, exemple: Exemple, pick: Pick): RequeteHostile[] {
  const { params = {}, query = {}, body } = exemple;
  const chemin = toChemin(route, params) + toQuery(query);
  const champs = listChemins(body).flatMap((point) =>
    pick(point.join('.'), REDOUTEES_JSON, VALEURS_JSON).map((valeur) => ({
      parametre: point.join('.'),
      quoi: `${point.join('.')} = ${JSON.stringify(valeur).slice(0, 60)}`,
      chemin,
      corps: JSON.stringify(replaceAt(body, point, valeur)),
    }))
  );
  const entiers = pick('', CORPS, CORPS).map((corps) => ({
    parametre: '',
    quoi: `corps ${corps.slice(0, 30)}`,
    chemin,
    corps,
  }));
  return [...champs, ...entiers];
}

/** Every parameter of a route in turn, the others as a screen would send them. */
export function listHostiles(
  { methode, route }: { methode: string; route: string },
  exemple: Exemple,
  jeuDe: JeuDe
): RequeteHostile[] {
  const pick = createPick(createHasard(`hostiles ${methode} ${route}`), jeuDe);
  return [
    ...mutateParams(route, exemple, pick),
    ...mutateQuery(route, exemple, pick),
    ...(methode === 'GET' ? [] : mutateBody(route, exemple, pick)),
  ];
}
