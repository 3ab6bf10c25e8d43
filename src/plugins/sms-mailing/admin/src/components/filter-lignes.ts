import { foldRecherche } from '../../../core/pliage';

export interface Colonne<L> {
  cle: string;
  titre: string;
  /** What is sorted and searched. */
  valeur: (ligne: L) => string | number;
}

export interface Tri {
  cle: string;
  croissant: boolean;
}

const ORDRE = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : ORDRE.compare(String(a), String(b));
}

/** Rows whose columns hold every word typed, in the order asked. */
export function filterLignes<L>(
  lignes: readonly L[],
  colonnes: readonly Colonne<L>[],
  recherche: string,
  tri: Tri
): L[] {
  const mots = foldRecherche(recherche).split(/\s+/).filter(Boolean);
  const gardees = lignes.filter((ligne) => {
    const texte = foldRecherche(colonnes.map(({ valeur }) => String(valeur(ligne))).join(' '));
    return mots.every((mot) => texte.includes(mot));
  });
  const colonne = colonnes.find(({ cle }) => cle === tri.cle);
  if (colonne !== undefined) {
    const sens = tri.croissant ? 1 : -1;
    gardees.sort((a, b) => sens * compare(colonne.valeur(a), colonne.valeur(b)));
  }
  return gardees;
}

/** What needs attention never hides on the second page. */
export function putFirst<L>(lignes: readonly L[], alerte: (ligne: L) => boolean): L[] {
  return [...lignes.filter(alerte), ...lignes.filter((ligne) => !alerte(ligne))];
}
