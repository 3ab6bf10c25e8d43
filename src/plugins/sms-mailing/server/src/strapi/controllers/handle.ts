import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { RegleError } from '../../../../core/errors';
import { documentIdSchema } from '../../../../core/identifiant';
import { lisibleSchema } from '../../../../core/lisible';
import { PREFIXE, type Permission } from '../../../../core/permissions';
import type { Perimetre } from '../../../../core/perimetre';
import { phraseRegle, type CleRegle } from '../../../../core/regle';
import { parseSaisie } from '../../../../core/saisie';
import { actionOf, type Route } from '../guarded';
import { nameCompte } from '../actes/name-compte';
import { composeAnew, type Application } from '../compose';

/** A file as the body parser leaves it, in a temporary folder that it empties afterwards. */
export interface FichierDepose {
  filepath: string;
  originalFilename: string | null;
}

/** What a handler answers to send bytes rather than JSON. */
export class Telechargement {
  readonly nom: string;
  readonly typeMime: string;
  readonly contenu: Uint8Array;

  constructor(fichier: { nom: string; typeMime: string; contenu: Uint8Array }) {
    this.nom = fichier.nom;
    this.typeMime = fichier.typeMime;
    this.contenu = fichier.contenu;
  }
}

/** A sheet (core/csv). */
export function csv(nom: string, feuille: string): Telechargement {
  const contenu = new TextEncoder().encode(feuille);
  return new Telechargement({ nom: `${nom}.csv`, typeMime: 'text/csv; charset=utf-8', contenu });
}

/** What a handler of ours sees of a request. */
export interface Requete {
  app: Application;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, unknown>>;
  body: unknown;
  /** Multipart only: the files of each field. */
  fichiers: Readonly<Record<string, FichierDepose | FichierDepose[]>>;
  /** `nom`: as colleagues know them. */
  utilisateur: { id: number; email: string; nom: string };
  /** A right besides that of the route. */
  can: (droit: Permission) => boolean;
  /** Guide §4: what the right of the route opens to whoever asks. */
  perimetre: Perimetre;
  /** What another right of theirs opens. */
  perimetreDe: (droit: Permission) => Promise<Perimetre>;
  now: Date;
  /** The application under the settings that this request has changed. */
  reopen: () => Promise<Application>;
}

/** What any address of ours may name; a handler reads by its own schema what only its own does. */
const adresseSchema = z.looseObject({ documentId: documentIdSchema.optional() });

type Handler = (requete: Requete) => Promise<unknown>;

interface Utilisateur {
  id: number;
  email: string;
  firstname?: string | null;
  lastname?: string | null;
}

interface Contexte {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown; files?: Record<string, FichierDepose | FichierDepose[]> };
  state: {
    user?: Utilisateur;
    userAbility?: { can(action: string): boolean };
    route: Route;
  };
  body: unknown;
  type: string;
  attachment(nom: string): void;
  set(entete: string, valeur: string): void;
}

/** A body, a query or an address by its schema; else 400 with the schema's French sentences. */
export function parse<T>(schema: z.ZodType<T>, valeur: unknown): T {
  const lu = parseSaisie(lisibleSchema.pipe(schema), valeur);
  if (!lu.success) {
    const champs = lu.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')} : ${message}`
    );
    throw new errors.ApplicationError(phraseRegle('donnees-invalides', { champs }), { champs });
  }
  return lu.data;
}

function translate(erreur: unknown): unknown {
  if (!(erreur instanceof RegleError)) {
    return erreur;
  }
  const { regle, details } = erreur;
  return new errors.ApplicationError(phraseRegle(regle, details), { regle, ...details });
}

/** Bytes are downloaded, never run on the panel's origin. */
function answer(ctx: Contexte, data: unknown): void {
  if (data instanceof Telechargement) {
    ctx.attachment(data.nom);
    ctx.type = data.typeMime;
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.body = Buffer.from(data.contenu);
    return;
  }
  ctx.body = { data: data ?? null };
}

/** Controllers only translate: request to use case, answer to `{ data }`, RegleError to 400. */
export function createController<Nom extends string>(handlers: Readonly<Record<Nom, Handler>>) {
  return ({ strapi }: { strapi: Core.Strapi }): Record<string, (ctx: Contexte) => Promise<void>> =>
    Object.fromEntries(
      Object.entries<Handler>(handlers).map(([nom, handler]) => [
        nom,
        async (ctx: Contexte): Promise<void> => {
          const utilisateur = ctx.state.user;
          if (utilisateur === undefined) {
            throw new errors.UnauthorizedError();
          }
          parse(adresseSchema, ctx.params);
          const app = await composeAnew(strapi);
          try {
            const data = await handler({
              app,
              params: ctx.params,
              query: ctx.query,
              body: ctx.request.body ?? {},
              fichiers: ctx.request.files ?? {},
              utilisateur: {
                id: utilisateur.id,
                email: utilisateur.email,
                nom: nameCompte(utilisateur),
              },
              can: (droit) => ctx.state.userAbility?.can(`${PREFIXE}${droit}`) ?? false,
              perimetre: await app.perimetreOf(utilisateur.id, actionOf(ctx.state.route)),
              perimetreDe: (droit) => app.perimetreOf(utilisateur.id, `${PREFIXE}${droit}`),
              now: app.moteur.clock(),
              reopen: () => composeAnew(strapi),
            });
            answer(ctx, data);
          } catch (erreur) {
            throw translate(erreur);
          }
        },
      ])
    );
}

/** 403 in the words of the module, for what asks more than the right of its route. */
export function forbid(): never {
  throw new errors.PolicyError(phraseRegle('droit-absent'));
}

/** 404 in the words of the module. */
export function found<T>(valeur: T | null, regle: CleRegle): T {
  if (valeur === null) {
    throw new RegleError(regle);
  }
  return valeur;
}
