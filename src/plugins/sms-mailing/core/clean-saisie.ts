/** Nobody sees them, everybody pastes them: direction marks, zero-width signs, BOM, soft hyphen, fillers. */
const INVISIBLES = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/gu;
const TIRETS = /[\p{Pd}\u2043\u2212]/gu;
/** Spaces of every width, tabs, ends of line, control characters. */
const BLANCS = /[\s\p{Z}\p{Cc}]+/gu;

/**
 * What is typed, pasted, imported or told by an operator, as one reads it on the screen: the one cleaning of
 * e-mails and numbers, whatever way they come in.
 */
export function cleanSaisie(texte: string): string {
  return foldBlancs(texte.replace(INVISIBLES, '').normalize('NFC').replace(TIRETS, '-'));
}

/** A value that must hold on one line: headers, subjects, names. Letters are left alone, blanks are folded. */
export function foldBlancs(texte: string): string {
  return texte.replace(BLANCS, ' ').trim();
}
