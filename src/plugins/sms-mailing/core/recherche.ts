import { foldRecherche } from './pliage';

/** More words than a name, an e-mail and a number have only cost time. */
const MOTS_MAX = 6;

/** « 06 12 34 56 78 », « +33 (0)6.12… », « 12/03/2022 »: one number, however it is spaced; six figures at least. */
const NUMERO = /\+?\d(?:[\s.()/-]*\d){5,}/;

/** Without what changes from one way of writing a number to another: 0, +33, 0033. */
function toChiffres(numero: string): string {
  const chiffres = numero.replace(/\(0\)/g, '').replace(/\D/g, '');
  return chiffres.replace(/^(?:00)?33(?=\d{9}$)|^0+/, '');
}

/** What the column `recherche` of a fiche must contain, each of them, for what was typed to find it. */
export function listMots(texte: string): string[] {
  const [numero = null] = NUMERO.exec(texte) ?? [];
  const mots = foldRecherche(numero === null ? texte : texte.replace(numero, ' '))
    .split(' ')
    .filter((mot) => mot !== '')
    .slice(0, MOTS_MAX);
  return numero === null ? mots : [...mots, toChiffres(numero)];
}
