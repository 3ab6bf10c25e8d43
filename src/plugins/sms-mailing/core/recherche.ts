import { foldRecherche } from './pliage';

/** More words than a name, an e-mail and a number have only cost time. */
const MOTS_MAX = 6;

/** « 06 12 34 56 78 », « +33 (0)6.12… », « 12/03/2022 »: one number, however it is spaced; six figures at least. */
const NUMERO = /\+?\d(?:[\s.()/-]*\d){5,}/;

/** The figures of a number, as they were typed. */
export const toChiffres = (saisie: string): string =>
  saisie.replace(/\(0\)/g, '').replace(/\D/g, '');

/** Without what changes from one way of writing a number to another: 0, +33, 0033. */
export function toSignificatifs(chiffres: string): string {
  return chiffres.replace(/^(?:00)?33(?=\d{9}$)|^0+/, '');
}

/** Words of a text, figures among them, folded. */
export function splitMots(texte: string): string[] {
  return foldRecherche(texte)
    .split(' ')
    .filter((mot) => mot !== '')
    .slice(0, MOTS_MAX);
}

/** What was typed to find somebody: its words, and the figures of its number. */
export function readRecherche(texte: string): { mots: string[]; chiffres: string | null } {
  const [numero = null] = NUMERO.exec(texte) ?? [];
  return {
    mots: splitMots(numero === null ? texte : texte.replace(numero, ' ')),
    chiffres: numero === null ? null : toChiffres(numero),
  };
}

/** What the column `recherche` of a fiche must contain, each of them, for what was typed to find it. */
export function listMots(texte: string): string[] {
  const { mots, chiffres } = readRecherche(texte);
  return chiffres === null ? mots : [...mots, toSignificatifs(chiffres)];
}
