/** Letters without a decomposition of their own, as one types them on a French keyboard. */
const LETTRES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
};
const A_PART = new RegExp(`[${Object.keys(LETTRES).join('')}]`, 'gu');

/**
 * One folding for every search of the product, whatever the base's locale and the Unicode form (decision G14):
 * case, accents, ligatures; apostrophes and hyphens of every kind are spaces. Cells copied from Word or Excel
 * bring the invisible ones: they go.
 */
export function foldRecherche(texte: string): string {
  return texte
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(A_PART, (lettre) => LETTRES[lettre] ?? lettre)
    .replace(/[\s\p{Z}\p{Cc}\p{Pd}\u2212'’‘‛ʼ´`′]+/gu, ' ')
    .trim();
}
