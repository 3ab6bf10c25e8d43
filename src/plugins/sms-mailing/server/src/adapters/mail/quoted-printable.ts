const LIGNE_MAX = 75; // 76 with the soft break's own "="
const CR = 13;
const LF = 10;
const EGAL = 61;
const POINT = 46;
const HEXA = Buffer.from('0123456789ABCDEF', 'latin1');

const ECHAPPE = 0;
const LITTERAL = 1;
/** Encoded before a line end. */
const BLANC = 2;
const FIN_DE_LIGNE = 3;
/** Encoded at the start of a line. */
const UN_POINT = 4;

function classOf(octet: number): number {
  if (octet === 32 || octet === 9) return BLANC;
  if (octet === LF || octet === CR) return FIN_DE_LIGNE;
  if (octet === POINT) return UN_POINT;
  return octet > 32 && octet < 127 && octet !== EGAL ? LITTERAL : ECHAPPE;
}

const CLASSES = Uint8Array.from({ length: 256 }, (_, octet) => classOf(octet));

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
  let position = debut;
  let colonne = 0;
  for (let i = 0; i < source.length; i++) {
    const largeur = sizeOctet(source, i, colonne);
    if (largeur === 0) {
      if (source[i] === CR && source[i + 1] === LF) i++;
      position = writeFin(sortie, position);
      colonne = 0;
    } else if (colonne + largeur > LIGNE_MAX) {
      sortie[position++] = EGAL;
      position = writeFin(sortie, position);
      colonne = 0;
      i--; // as the first of its line, now
    } else {
      position = writeOctet(sortie, position, { octet: source[i] as number, largeur });
      colonne += largeur;
    }
  }
  return position;
}

/** Columns that this byte takes there: as it is, or escaped; 0: it ends the line. */
function sizeOctet(source: Uint8Array, i: number, colonne: number): 0 | 1 | 3 {
  switch (CLASSES[source[i] as number] as number) {
    case LITTERAL:
      return 1;
    case BLANC:
      return isAuBout(source, i) ? 3 : 1;
    case FIN_DE_LIGNE:
      return 0;
    case UN_POINT:
      return colonne === 0 ? 3 : 1;
    default:
      return 3;
  }
}

/** Nothing but a line end follows. */
function isAuBout(source: Uint8Array, i: number): boolean {
  const suivant = source[i + 1];
  return suivant === undefined || suivant === LF || suivant === CR;
}

function writeFin(sortie: Uint8Array, position: number): number {
  sortie[position] = CR;
  sortie[position + 1] = LF;
  return position + 2;
}

function writeOctet(
  sortie: Uint8Array,
  position: number,
  { octet, largeur }: { octet: number; largeur: 1 | 3 }
): number {
  if (largeur === 1) {
    sortie[position] = octet;
  } else {
    sortie[position] = EGAL;
    sortie[position + 1] = HEXA[octet >> 4] as number;
    sortie[position + 2] = HEXA[octet & 15] as number;
  }
  return position + largeur;
}
