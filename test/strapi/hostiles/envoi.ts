import type { App } from '../harness';
import { listHostiles, type Exemple, type RequeteHostile } from './mutations';

export interface Reponse {
  status: number;
  erreur: { name: string; message: string; details: Record<string, unknown> } | null;
}

/** By hand, not by an agent: nothing of what is sent may be tidied up on the way. */
export async function send(
  app: App,
  methode: string,
  { chemin, corps }: Pick<RequeteHostile, 'chemin' | 'corps'>,
  jeton: string | null
): Promise<Reponse> {
  const reponse = await fetch(`${app.url ?? ''}${chemin}`, {
    method: methode,
    ...(methode === 'GET' || corps === undefined ? {} : { body: corps }),
    headers: {
      'Content-Type': 'application/json',
      ...(jeton === null ? {} : { Authorization: `Bearer ${jeton}` }),
    },
  });
  const texte = await reponse.text();
  const isJson = reponse.headers.get('content-type')?.includes('json') === true && texte !== '';
  const { error = null } = isJson ? (JSON.parse(texte) as { error?: Reponse['erreur'] }) : {};
  return { status: reponse.status, erreur: error };
}

export interface Route {
  methode: string;
  /** As it is mounted: « /sms-mailing/modeles/:documentId ». */
  route: string;
}

interface Layer {
  path: string;
  methods: string[];
}

/** What Strapi really mounts under these addresses. */
export function listRoutes(app: App, adresses: RegExp): Route[] {
  const layers = (app.strapi.server as unknown as { listRoutes(): Layer[] }).listRoutes();
  return layers
    .filter(({ path }) => adresses.test(path))
    .flatMap(({ path, methods }) =>
      methods.filter((methode) => methode !== 'HEAD').map((methode) => ({ methode, route: path }))
    );
}

/** « HOSTILES=tout » plays every value on every parameter: an hour or more. */
const TOUTES = process.env.HOSTILES === 'tout';

interface Essai extends Route {
  exemple: Exemple;
  jeton: string | null;
  /** Last touch before it leaves. */
  prepare?: (corps: string) => Promise<string>;
  /** Why this answer is not one that a person can act on; null when it is. */
  judge?: (reponse: Reponse) => string | null;
}

/** Requests of one route that were answered otherwise than 2xx or 4xx, or not in words. */
export async function listFautes(app: App, essai: Essai): Promise<string[]> {
  const { methode, route, exemple, jeton, prepare, judge } = essai;
  const fautes: string[] = [];
  for (const hostile of listHostiles({ methode, route }, exemple, TOUTES)) {
    const corps =
      hostile.corps === undefined || prepare === undefined
        ? hostile.corps
        : await prepare(hostile.corps);
    const reponse = await send(app, methode, { ...hostile, corps }, jeton);
    const mauvaise = reponse.status < 200 || reponse.status >= 500 ? String(reponse.status) : null;
    const faute = mauvaise ?? judge?.(reponse) ?? null;
    if (faute !== null) {
      fautes.push(`${methode} ${route} | ${hostile.quoi} | ${faute}`);
    }
  }
  return fautes;
}
