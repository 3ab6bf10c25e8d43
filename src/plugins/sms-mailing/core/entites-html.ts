/** Entities that editors and word processors write inside a signet; accented letters are computed. */
const ENTITES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  dollar: '$',
  gt: '>',
  lbrace: '{',
  lcub: '{',
  lowbar: '_',
  lt: '<',
  num: '#',
  period: '.',
  quot: '"',
  rbrace: '}',
  rcub: '}',
  sol: '/',
  verbar: '|',
  vert: '|',
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  bull: '•',
  deg: '°',
  euro: '€',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  middot: '·',
  ndash: '–',
  ordm: 'º',
};

const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  cedil: '\u0327',
  circ: '\u0302',
  grave: '\u0300',
  tilde: '\u0303',
  uml: '\u0308',
};

/** Decodes, in one pass, the named entities of French text and every numeric one; the others stay. */
export function decodeEntites(texte: string): string {
  if (!texte.includes('&')) {
    return texte;
  }
  return texte.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (entite, decimal?: string, hexa?: string, nom?: string) =>
      (nom === undefined ? decodeNumero(decimal, hexa) : decodeNom(nom)) ?? entite
  );
}

function decodeNom(nom: string): string | undefined {
  if (Object.hasOwn(ENTITES, nom)) {
    return ENTITES[nom];
  }
  const suffixe = nom.slice(1);
  return Object.hasOwn(ACCENTS, suffixe)
    ? `${nom.charAt(0)}${ACCENTS[suffixe] ?? ''}`.normalize('NFC')
    : undefined;
}

function decodeNumero(decimal: string | undefined, hexa: string | undefined): string | undefined {
  const code = decimal === undefined ? parseInt(hexa ?? '', 16) : parseInt(decimal, 10);
  const isCaractere = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCaractere ? String.fromCodePoint(code) : undefined;
}

const HTML_SENSIBLE = /[&<>"']/;
const HTML_SENSIBLES = /[&<>"']/g;
const ECHAPPEMENTS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For an html text node or a quoted attribute. */
export function escapeHtml(texte: string): string {
  return HTML_SENSIBLE.test(texte)
    ? texte.replace(HTML_SENSIBLES, (c) => ECHAPPEMENTS[c] ?? c)
    : texte;
}
