const LIGNE_MAX = 75; // 76 with the soft break's own "="
const CR = 13;
const LF = 10;
const EGAL = 61;
const POINT = 46;
const HEXA = Buffer.from('0123456789ABCDEF', 'latin1');

/** 1: written as it is, 2: white space (encoded before a line end), 0: written =XX. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, octet) => {
  if (octet === 32 || octet === 9) return 2;
  return octet > 32 && octet < 127 && octet !== EGAL ? 1 : 0;
});

/** Bytes that `encodeQuotedPrintable` may write at most for `taille` bytes. */
export function maxQuotedPrintable(taille: number): number {
  return Math.ceil(taille * 3.2) + 16;
}

/**
 * Writes `source` (UTF-8 text) as quoted-printable into `sortie` from `debut` and returns the position after
 * it. CR, LF and CRLF all become CRLF; a dot that begins a line is written =2E, so that no line of the message
 * needs the escape of SMTP. The caller makes `sortie` large enough (`maxQuotedPrintable`).
 */
export function encodeQuotedPrintable(
  source: Uint8Array,
  sortie: Uint8Array,
  debut: number
): number {
  const fin = source.length;
  let position = debut;
  let colonne = 0;
  for (let i = 0; i < fin; i++) {
    const octet = source[i] as number;
    if (octet === LF || octet === CR) {
      if (octet === CR && source[i + 1] === LF) i++;
      sortie[position++] = CR;
      sortie[position++] = LF;
      colonne = 0;
      continue;
    }
    const litteral = isLitteral(source, i, octet);
    if (colonne + (litteral ? 1 : 3) > LIGNE_MAX) {
      sortie[position++] = EGAL;
      sortie[position++] = CR;
      sortie[position++] = LF;
      colonne = 0;
    }
    if (litteral && !isPointEnTete(octet, colonne)) {
      sortie[position++] = octet;
      colonne++;
    } else {
      sortie[position++] = EGAL;
      sortie[position++] = HEXA[octet >> 4] as number;
      sortie[position++] = HEXA[octet & 15] as number;
      colonne += 3;
    }
  }
  return position;
}

function isPointEnTete(octet: number, colonne: number): boolean {
  return octet === POINT && colonne === 0;
}

function isLitteral(source: Uint8Array, i: number, octet: number): boolean {
  const classe = CLASSES[octet];
  if (classe !== 2) return classe === 1;
  const suivant = source[i + 1];
  return suivant !== undefined && suivant !== LF && suivant !== CR;
}
