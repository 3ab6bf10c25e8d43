/** Nobody sees them, everybody pastes them: direction marks, zero-width signs, BOM, soft hyphen, fillers. */
const INVISIBLES = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/gu;
const TIRETS = /[\p{Pd}\u2043\u2212]/gu;
/** Spaces of every width, tabs, ends of line, control characters. */
const BLANCS = /[\s\p{Z}\p{Cc}]+/gu;

/** What would start another line: a header, a subject and a name hold on one. */
const FINS_DE_LIGNE = /[\p{Cc}\u2028\u2029]+/gu;
const SUITES_DE_BLANCS = /[\s\p{Z}]{2,}/gu;

/**
 * What is typed, pasted, imported or told by an operator, as one reads it on the screen: the one cleaning of
 * e-mails and numbers, whatever way they come in.
 */
export function cleanSaisie(texte: string): string {
  const visible = texte.replace(INVISIBLES, '').normalize('NFC');
  return visible.replace(TIRETS, '-').replace(BLANCS, ' ').trim();
}

/** A name or another value where it is read: on one line, blanks folded; the rest as typed. */
export function foldLigne(texte: string): string {
  return texte.replace(FINS_DE_LIGNE, ' ').replace(SUITES_DE_BLANCS, ' ').trim();
}
