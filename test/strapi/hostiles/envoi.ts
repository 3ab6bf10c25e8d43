import type { App } from '../harness';
import type { ExempleModule } from './exemples/exemple';
import { INATTENDU, listHostiles, type Jeu, type RequeteHostile } from './mutations';
import { keepDistinctes, type Distincte } from './pareilles';

export interface Reponse {
  status: number;
  erreur: {
    name: string;
    message: string;
    details: Record<string, unknown>;
  } | null;
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

/** « HOSTILES=tout » plays every value that a route does not read like another. */
const TOUT = process.env.HOSTILES === 'tout';
/** Where what stands before every route meets all the values of a parameter that none reads. */
const LUES_PAR_TOUS = ['GET /sms-mailing/actions', 'POST /sms-mailing/campagnes/comptes'];

interface Essai extends Route {
  exemple: ExempleModule;
  jeton: string | null;
  /** Under « HOSTILES=tout », by parameter; all of them unless said. */
  jeuDe?: (parametre: string) => Jeu;
  /** Last touch before it leaves. */
  prepare?: (corps: string) => Promise<string>;
  /** It was answered 2xx. */
  onEcrite?: () => void;
  /** Why this answer is not one that a person can act on; null when it is. */
  judge?: (reponse: Reponse) => string | null;
}

function jeuOf({ methode, route, jeuDe }: Essai): (parametre: string) => Jeu {
  const entiere = LUES_PAR_TOUS.includes(`${methode} ${route}`);
  return (parametre) =>
    !TOUT || (parametre === INATTENDU && !entiere) ? 'tire' : (jeuDe?.(parametre) ?? 'toutes');
}

function findFaute(
  { status }: Reponse,
  refusee: boolean,
  dite: string | null | undefined
): string | null {
  if (status < 200 || status >= 500) {
    return String(status);
  }
  return refusee && status < 400 ? `${String(status)}, mais son schéma refuse` : (dite ?? null);
}

const asIs = (corps: string): Promise<string> => Promise.resolve(corps);

/**
 * Requests of one route that were answered otherwise than 2xx or 4xx, or not in words. Where a value that the route
 * cannot read is answered 403, the right was missed before anything was read: the others would say no more.
 */
export async function listFautes(app: App, essai: Essai): Promise<string[]> {
  const { methode, route, exemple, jeton, prepare = asIs, judge, onEcrite } = essai;
  const fautes: string[] = [];
  const hostiles = listHostiles({ methode, route }, exemple, jeuOf(essai));
  const distinctes = keepDistinctes(app, exemple, hostiles).sort(
    (une, autre) => Number(autre.refusee) - Number(une.refusee)
  );
  const isAvantLecture = ({ refusee }: Distincte, { status }: Reponse): boolean =>
    status === 403 && jeton !== null && (refusee || exemple.schema === undefined);
  for (const hostile of distinctes) {
    const corps = hostile.corps === undefined ? undefined : await prepare(hostile.corps);
    const reponse = await send(app, methode, { ...hostile, corps }, jeton);
    if (isAvantLecture(hostile, reponse)) {
      break;
    }
    if (reponse.status < 300) {
      onEcrite?.();
    }
    const faute = findFaute(reponse, hostile.refusee, judge?.(reponse));
    if (faute !== null) {
      fautes.push(`${methode} ${route} | ${hostile.quoi} | ${faute}`);
    }
  }
  return fautes;
}
