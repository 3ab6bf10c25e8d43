import type { App } from './harness';

/** One address that the application really answers at, and who guards it. */
export interface RouteMontee {
  methode: string;
  /** As mounted: `/admin/users/:id`. */
  chemin: string;
  /** The panel's API, or the one of other software. */
  type: 'admin' | 'content-api';
  publique: boolean;
  /** Rights that its policies ask for; empty when none does. */
  droits: readonly string[];
}

interface Config {
  prefix?: string;
  auth?: unknown;
  policies?: (string | { name?: string; config?: { actions?: string[] } })[];
}

interface Declaration {
  method: string;
  path: string;
  config?: Config;
  info?: { type?: string };
}

interface Routeur {
  type?: string;
  prefix?: string;
  routes: Declaration[];
}

type Routes = Declaration[] | Record<string, Routeur>;

/** As Koa's router keeps it. */
interface Couche {
  methods: string[];
  path: string | RegExp;
}

/** Not of any plugin: how Strapi says that it lives, and serves the files of the panel and those uploaded. */
const SERVEUR = ['/_health', '/uploads/(.*)', '/', '/((?!uploads/).+)'];

function listDroits({ policies = [] }: Config): string[] {
  return policies.flatMap((policy) =>
    typeof policy === 'string' ? [] : (policy.config?.actions ?? [])
  );
}

function toRoute(declaration: Declaration, { type: genre, prefix = '' }: Routeur): RouteMontee {
  const { method, path, config = {}, info } = declaration;
  const type = (info?.type ?? genre) === 'content-api' ? 'content-api' : 'admin';
  const chemin = `${type === 'admin' ? '' : '/api'}${config.prefix ?? prefix}${path}`;
  return {
    methode: method,
    chemin: chemin.length > 1 ? chemin.replace(/\/$/, '') : chemin,
    type,
    publique: config.auth === false,
    droits: listDroits(config),
  };
}

function readRouteurs(routes: Routes): RouteMontee[] {
  const routeurs = Array.isArray(routes) ? [{ type: 'admin', routes }] : Object.values(routes);
  return routeurs.flatMap((routeur) => routeur.routes.map((route) => toRoute(route, routeur)));
}

export const nommer = ({ methode, chemin }: Pick<RouteMontee, 'methode' | 'chemin'>): string =>
  `${methode} ${chemin}`;

/** What the modules declare, once each; whatever is mounted besides is in the answer too, without its guards. */
export function listRoutes({ strapi }: App): RouteMontee[] {
  const modules = [strapi.admin, ...Object.values(strapi.plugins), ...Object.values(strapi.apis)];
  const declarees = modules.flatMap(({ routes }) => readRouteurs(routes as unknown as Routes));
  const connues = new Map(declarees.map((route) => [nommer(route), route]));
  const couches = strapi.server.listRoutes() as unknown as Couche[];
  const montees = couches
    .filter(({ path }) => !SERVEUR.includes(path.toString()))
    .flatMap(({ methods, path }) =>
      methods
        .filter((methode) => methode !== 'HEAD')
        .map((methode) => ({ methode, chemin: path.toString() }))
    );
  return [...new Set(montees.map(nommer))].sort().map(
    (nom) =>
      connues.get(nom) ?? {
        methode: nom.slice(0, nom.indexOf(' ')),
        chemin: nom.slice(nom.indexOf(' ') + 1),
        ...{ type: 'admin', publique: false, droits: [] },
      }
  );
}
