import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { judgeTelephone } from '../../../core/coordonnee-saisie';
import { judgeCourriel, type Juge } from '../../../core/judge-courriel';
import { isObjet } from './crm/attributs';

type Donnees = Readonly<Record<string, unknown>>;

interface Defaut {
  path: (string | number)[];
  message: string;
  name: string;
}

/** The coordonnées of a fiche: components, and fields of its own. */
const COMPOSANTS: Readonly<Record<string, readonly [champ: string, juge: Juge]>> = {
  'coordonnees.email': ['adresse', judgeCourriel],
  'coordonnees.telephone': ['numero', judgeTelephone],
};
const CHAMPS: Readonly<Record<string, Juge>> = {
  courrielPro: judgeCourriel,
  telephone: judgeTelephone,
};

/** Longer than Strapi keeps: it says so. */
const LONGUEUR_MAX = 255;

/** One typed value, unless it is what is kept already: a fiche of before is saved with what it has. */
function judge(
  path: Defaut['path'],
  { saisie, gardee }: { saisie: unknown; gardee: unknown },
  juge: Juge
): Defaut[] {
  if (
    typeof saisie !== 'string' ||
    saisie.trim() === '' ||
    saisie === gardee ||
    saisie.length > LONGUEUR_MAX
  ) {
    return [];
  }
  const message = juge(saisie);
  return message === null ? [] : [{ path, message, name: 'ValidationError' }];
}

async function judgeComposants(
  strapi: Core.Strapi,
  nom: string,
  composant: string,
  lignes: readonly unknown[]
): Promise<Defaut[]> {
  const [champ, juge] = COMPOSANTS[composant] ?? [];
  if (champ === undefined || juge === undefined) {
    return [];
  }
  // What is no line at all is Strapi's to refuse.
  const lues = lignes.map((ligne) => (isObjet(ligne) ? ligne : {}));
  const ids = lues.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const gardees = (await strapi.db
    .query(composant)
    .findMany({ where: { id: { $in: ids } }, select: ['id', champ] })) as Donnees[];
  const parId = new Map(gardees.map((ligne) => [String(ligne['id']), ligne[champ]]));
  return lues.flatMap((ligne, rang) => {
    const valeurs = { saisie: ligne[champ], gardee: parId.get(String(ligne['id'])) };
    return judge([nom, rang, champ], valeurs, juge);
  });
}

async function judgeChamps(
  strapi: Core.Strapi,
  uid: string,
  { documentId, data }: { documentId: unknown; data: Donnees }
): Promise<Defaut[]> {
  const saisis = Object.keys(CHAMPS).filter((nom) => typeof data[nom] === 'string');
  if (saisis.length === 0) {
    return [];
  }
  const gardee =
    typeof documentId === 'string'
      ? ((await strapi.db.query(uid).findOne({ where: { documentId }, select: saisis })) as Donnees)
      : null;
  return saisis.flatMap((nom) => {
    const juge = CHAMPS[nom];
    return juge ? judge([nom], { saisie: data[nom], gardee: gardee?.[nom] }, juge) : [];
  });
}

/** Whoever writes from the panel: a software or an import keeps what it has, and the person is left out with the reason. */
function isPanneau(strapi: Core.Strapi): boolean {
  const state = strapi.requestContext.get()?.state as { userAbility?: unknown } | undefined;
  return state?.userAbility !== undefined;
}

const ECRITURES = new Set(['create', 'update', 'clone']);

interface Ecriture {
  uid: string;
  contentType: { attributes: object };
  params: object;
}

async function listDefauts(
  strapi: Core.Strapi,
  { uid, contentType, params }: Ecriture
): Promise<Defaut[]> {
  const { documentId, data = {} } = params as { documentId?: unknown; data?: Donnees };
  const attributs = contentType.attributes as Readonly<Record<string, { component?: string }>>;
  const defauts = await judgeChamps(strapi, uid, { documentId, data });
  for (const [nom, { component = '' }] of Object.entries(attributs)) {
    const lignes = data[nom];
    if (Array.isArray(lignes)) {
      defauts.push(...(await judgeComposants(strapi, nom, component, lignes)));
    }
  }
  return defauts;
}

/** In the panel, an e-mail or a number that is none is refused as it is typed, beside its field. */
export function registerJudgeSaisie(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { action, uid } = context;
    if (!ECRITURES.has(action) || !uid.startsWith('api::') || !isPanneau(strapi)) {
      return next();
    }
    const defauts = await listDefauts(strapi, context);
    const [premier] = defauts;
    if (premier !== undefined) {
      const nombre = defauts.length;
      const phrase = nombre === 1 ? premier.message : `${String(nombre)} champs sont à corriger.`;
      throw new errors.ValidationError(phrase, { errors: defauts });
    }
    return next();
  });
}
