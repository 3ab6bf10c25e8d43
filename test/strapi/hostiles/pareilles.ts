import { documentIdSchema } from '../../../src/plugins/sms-mailing/core/identifiant';
import { lisibleSchema } from '../../../src/plugins/sms-mailing/core/lisible';
import { parseSaisie } from '../../../src/plugins/sms-mailing/core/saisie';
import type { App } from '../harness';
import type { ExempleModule } from './exemples/exemple';
import type { RequeteHostile } from './mutations';

/** One request for all those that a route reads alike. */
export interface Distincte extends RequeteHostile {
  /** What the route reads refuses it: it must not be answered 2xx. */
  refusee: boolean;
}

/** The query of an address, as the application reads it. */
function readQuery(app: App, chemin: string): unknown {
  const request: object = app.strapi.server.app.request;
  return (Object.assign(Object.create(request), { req: { url: chemin } }) as { query: unknown })
    .query;
}

/** Undefined: no JSON, which no route sees. */
function readCorps(corps = ''): unknown {
  try {
    return JSON.parse(corps) as unknown;
  } catch {
    return undefined;
  }
}

/** What no route of the module looks for (controllers/handle.ts). */
const isInommable = ({ chemin, documentId }: RequeteHostile): boolean =>
  chemin.startsWith('/sms-mailing/') &&
  documentId !== undefined &&
  !documentIdSchema.safeParse(documentId).success;

/** What the schema leaves out of what came, by name: were the route to read it elsewhere, it would count. */
function listLaisses(venu: unknown, lu: unknown): unknown[] {
  const isObjet = (valeur: unknown): valeur is object =>
    typeof valeur === 'object' && valeur !== null;
  return isObjet(venu) && isObjet(lu)
    ? Object.entries(venu).filter(([nom]) => !Object.hasOwn(lu, nom))
    : [];
}

/**
 * A route reads its body, or its query, by its schema before anything else (controllers/handle.ts): what the schema
 * refuses is refused for that alone, and what it makes the same of is the same request. Of each parameter one refused
 * value is kept; of those that pass, one for each reading. Everything is, where nothing says how a route reads.
 */
export function keepDistinctes(
  app: App,
  { schema, body }: ExempleModule,
  hostiles: readonly RequeteHostile[]
): Distincte[] {
  const gardees = new Map<string, Distincte>();
  const keep = (cle: readonly unknown[], hostile: RequeteHostile, refusee = false): void => {
    const texte = JSON.stringify(cle);
    if (!gardees.has(texte)) {
      gardees.set(texte, { ...hostile, refusee });
    }
  };
  for (const hostile of hostiles) {
    const { chemin, corps, parametre } = hostile;
    const [adresse, query = ''] = chemin.split('?');
    const venu = body === undefined ? readQuery(app, chemin) : readCorps(corps);
    if (isInommable(hostile)) {
      keep(['refusee', parametre], hostile, true);
    } else if (schema === undefined) {
      keep([chemin, corps], hostile);
    } else if (venu === undefined) {
      keep(['illisible'], hostile);
    } else {
      const lu = parseSaisie(lisibleSchema.pipe(schema), venu);
      if (lu.success) {
        const reste = [...listLaisses(venu, lu.data), body === undefined ? '' : query];
        keep([adresse, lu.data, reste], hostile);
      } else {
        keep(['refusee', adresse, parametre], hostile, true);
      }
    }
  }
  return [...gardees.values()];
}
