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
}

export interface RequeteHostile {
  /** What was changed, for whoever reads a failure. */
  quoi: string;
  chemin: string;
  corps: string | undefined;
}

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

type Pick = <T>(redoutees: readonly T[], autres: readonly T[]) => readonly T[];

function createPick(hasard: Hasard, toutes: boolean): Pick {
  return (redoutees, autres) =>
    toutes
      ? [...redoutees, ...autres]
      : [hasard.pick(redoutees), ...(hasard.chance(1 / 3) ? [hasard.pick(autres)] : [])];
}

function mutateParams(route: string, exemple: Exemple, pick: Pick): RequeteHostile[] {
  const { params = {}, query = {}, body } = exemple;
  const corps = body === undefined ? undefined : JSON.stringify(body);
  const noms = [...route.matchAll(/(?<=\/):(\w+)/g)].map(([, nom = '']) => nom);
  return noms.flatMap((nom) =>
    pick(REDOUTEES_ADRESSE, VALEURS_ADRESSE).map((valeur) => ({
      quoi: `:${nom} = ${valeur.slice(0, 40)}`,
      chemin: toChemin(route, { ...params, [nom]: valeur }) + toQuery(query),
      corps,
    }))
  );
}

function mutateQuery(route: string, exemple: Exemple, pick: Pick): RequeteHostile[] {
  const { params = {}, query = {}, body } = exemple;
  const corps = body === undefined ? undefined : JSON.stringify(body);
  const chemin = toChemin(route, params);
  return Object.keys({ ...query, inattendu: '' }).flatMap((nom) => {
    const { [nom]: _remplace, ...autres } = query;
    const reste = toQuery(autres);
    const combine = (valeurs: readonly string[]): string[] =>
      FORMES_QUERY.flatMap((forme) => valeurs.map((valeur) => forme(nom, valeur)));
    return pick(combine(REDOUTEES_ADRESSE), combine(VALEURS_ADRESSE)).map((couple) => ({
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
    pick(REDOUTEES_JSON, VALEURS_JSON).map((valeur) => ({
      quoi: `${point.join('.')} = ${JSON.stringify(valeur).slice(0, 60)}`,
      chemin,
      corps: JSON.stringify(replaceAt(body, point, valeur)),
    }))
  );
  const entiers = pick(CORPS, CORPS).map((corps) => ({
    quoi: `corps ${corps.slice(0, 30)}`,
    chemin,
    corps,
  }));
  return [...champs, ...entiers];
}

/**
 * Every parameter of a route in turn, the others as a screen would send them. One value each, two for one in three,
 * always the same ones, or `toutes`.
 */
export function listHostiles(
  { methode, route }: { methode: string; route: string },
  exemple: Exemple,
  toutes: boolean
): RequeteHostile[] {
  const pick = createPick(createHasard(`hostiles ${methode} ${route}`), toutes);
  return [
    ...mutateParams(route, exemple, pick),
    ...mutateQuery(route, exemple, pick),
    ...(methode === 'GET' ? [] : mutateBody(route, exemple, pick)),
  ];
}
