import type { Core } from '@strapi/strapi';
import { listMots } from '../../../core/recherche';

type Critere = Readonly<Record<string, unknown>>;

interface Lecture {
  params?: { _q?: unknown; where?: unknown };
}

const CONTIENT = ['$contains', '$containsi'];

const isObjet = (valeur: unknown): valeur is Critere =>
  typeof valeur === 'object' &&
  valeur !== null &&
  Object.getPrototypeOf(valeur) === Object.prototype;

/** Every word, in the folded column of the fiche. */
function toCriteres(texte: string): Critere[] {
  return listMots(texte).map((mot) => ({
    recherche: { $contains: mot.replace(/[\\%_]/g, (signe) => `\\${signe}`) },
  }));
}

/** What `libelle` is asked to contain; null when it is asked something else. */
function findTexte(nom: string, critere: unknown): string | null {
  if (nom !== 'libelle' || !isObjet(critere)) {
    return null;
  }
  const [[operateur, texte] = ['', null], ...autres] = Object.entries(critere);
  return autres.length === 0 && CONTIENT.includes(operateur) && typeof texte === 'string'
    ? texte
    : null;
}

function foldWhere(where: unknown): unknown {
  if (Array.isArray(where)) {
    return where.map(foldWhere);
  }
  if (!isObjet(where)) {
    return where;
  }
  const criteres = Object.entries(where).map(([nom, critere]): Critere => {
    const texte = findTexte(nom, critere);
    return texte === null ? { [nom]: foldWhere(critere) } : { $and: toCriteres(texte) };
  });
  return criteres.length === 1 ? criteres[0] : { $and: criteres };
}

/**
 * The search of the Content Manager's lists and of REST (`_q`), the one of its relation pickers and filters (« le nom
 * contient »): every word is looked for in the column `recherche`, folded alike (decision G14).
 */
export function registerFoldRecherches(strapi: Core.Strapi): void {
  const fold = ({ params = {} }: Lecture): void => {
    const { _q: texte } = params;
    if (typeof texte === 'string' && texte !== '') {
      delete params._q;
      params.where = { $and: [foldWhere(params.where ?? {}), ...toCriteres(texte)] };
    } else if (params.where !== undefined) {
      params.where = foldWhere(params.where);
    }
  };
  const types = Object.entries(
    strapi.contentTypes as unknown as Record<string, { attributes: object }>
  );
  strapi.db.lifecycles.subscribe({
    models: types.filter(([, { attributes }]) => 'libelle' in attributes).map(([uid]) => uid),
    beforeFindMany: fold,
    beforeCount: fold,
  });
}
