import type { Core } from '@strapi/strapi';
import { answerRefusal, Refusal } from './refusal';

interface Attribute {
  type: string;
  target?: string;
  private?: boolean;
  searchable?: boolean;
}

type Model = { attributes: Record<string, Attribute> } | undefined;

const COMPTES = [
  'admin::user',
  'admin::api-token',
  'admin::transfer-token',
  'plugin::users-permissions.user',
];
/** Kept out of searches by Strapi for another reason than secrecy. */
const ANODINS = ['preferedLanguage'];
/** Of a query, what chooses or orders rows; the rest is for the route itself. */
const RACINES = new Set(['sort', 'filters', 'fields', 'populate', 'orderby', 'where', '_where']);
/** Where what is compared begins: words of anybody's. */
const CRITERES = new Set(['filters', 'where', '_where']);
/** Operators, such as `$and`, are between two words, not words. */
const MOT = /(?<![\w$])[A-Za-z_]\w*/g;

/** What a query may not name: anywhere, or right after a relation that leads to an account. */
interface AccountFields {
  secrets: ReadonlySet<string>;
  relations: ReadonlySet<string>;
  prives: ReadonlySet<string>;
}

function listAccountFields(strapi: Core.Strapi): AccountFields {
  const models = strapi.contentTypes as unknown as Readonly<Record<string, Model>>;
  const attributes = COMPTES.flatMap((uid) => Object.entries(models[uid]?.attributes ?? {}));
  const relations = Object.values(models).flatMap((model) =>
    Object.entries(model?.attributes ?? {})
      .filter(([, { target }]) => target !== undefined && COMPTES.includes(target))
      .map(([nom]) => nom)
  );
  const secrets = attributes.filter(
    ([nom, { type, searchable }]) =>
      type === 'password' || (searchable === false && !ANODINS.includes(nom))
  );
  return {
    secrets: new Set(secrets.map(([nom]) => nom)),
    relations: new Set(relations),
    prives: new Set(attributes.filter(([, un]) => un.private === true).map(([nom]) => nom)),
  };
}

/** The words of a branch of the query, from its root to its leaf, as `[['sort', 'utilisateur', 'email'], …]`. */
function* readBranches(valeur: unknown, chemin: readonly string[]): Generator<readonly string[]> {
  if (typeof valeur === 'object' && valeur !== null) {
    for (const [cle, suite] of Object.entries(valeur)) {
      yield* readBranches(suite, [...chemin, ...(cle.match(MOT) ?? [])]);
    }
  } else if (chemin.some((mot) => CRITERES.has(mot.toLowerCase()))) {
    yield chemin;
  } else {
    for (const un of String(valeur).split(',')) {
      yield [...chemin, ...(un.match(MOT) ?? [])];
    }
  }
}

/** The first field of an account that a query names where it chooses or orders rows; null when there is none. */
function findAccountField(query: object, champs: AccountFields): string | null {
  for (const [racine, valeur] of Object.entries(query)) {
    const [premier = ''] = racine.match(MOT) ?? [];
    if (!RACINES.has(premier.toLowerCase())) {
      continue;
    }
    for (const chemin of readBranches({ [racine]: valeur }, [])) {
      const mots = chemin.filter((mot) => !RACINES.has(mot.toLowerCase()));
      const nomme = mots.find(
        (mot, rang) =>
          champs.secrets.has(mot) ||
          (champs.prives.has(mot) && champs.relations.has(mots[rang - 1] ?? ''))
      );
      if (nomme !== undefined) {
        return nomme;
      }
    }
  }
  return null;
}

/**
 * The panel's API obeys `sort=utilisateur.password` and its like, which order a list by what nobody may read: letter
 * after letter, it is read. Refused where every query is first read, whatever the route.
 */
export function hideAccountFields(strapi: Core.Strapi): void {
  strapi
    .get('middlewares')
    .extend('strapi::query', (original: Core.MiddlewareFactory): Core.MiddlewareFactory => {
      return (config, context) => {
        void original(config, context);
        let champs: AccountFields | null = null;
        return async (ctx, next) => {
          const champ = findAccountField(ctx.query, (champs ??= listAccountFields(strapi)));
          if (champ === null) {
            await next();
            return;
          }
          const phrase = `On ne trie ni ne cherche par ce champ d’un compte (${champ}) : retirez-le de la demande.`;
          answerRefusal(ctx, new Refusal(400, 'ValidationError', phrase));
        };
      };
    });
}
