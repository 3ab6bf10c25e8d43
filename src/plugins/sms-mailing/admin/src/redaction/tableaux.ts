/** A row that holds no other: those of the innermost tables come first. */
const LIGNE = /<tr\b[^<>]*>((?:(?!<\/?tr\b)[^])*)<\/tr\s*>/gi;
const CELLULE = /<(td|th)\b[^<>]*>((?:(?!<\/?t[dh]\b)[^])*)<\/\1\s*>/gi;
/** One row alone comes without its `tr`. */
const CELLULES = /(?:<(td|th)\b[^<>]*>(?:(?!<\/?t[dh]\b)[^])*<\/\1\s*>\s*)+/gi;
const LEGENDE = /<caption\b[^<>]*>((?:(?!<\/?caption\b)[^])*)<\/caption\s*>/gi;
const RESTES = /<\/?(?:table|thead|tbody|tfoot|caption|colgroup|col|tr|td|th)\b[^<>]*>/gi;
const BLOC = /<\/?(?:p|div|h[1-6]|ul|ol|li|blockquote|br|hr)\b[^<>]*>/gi;
const FIN_DE_BLOC = /<\/(?:p|div|h[1-6]|li|blockquote)\s*>|<br\b/gi;
/** Tables one in the other: beyond, the rest is glued rather than looked for. */
const NIVEAUX_MAX = 20;
const SEPARATEUR = ' | ';

/** Blocks of the editor are tables too: they are its own to read. */
const DE_CHEZ_NOUS = /<table\b[^<>]*\bdata-/i;

function isVide(html: string): boolean {
  return html.replace(/<[^<>]*>|&nbsp;|\s/g, '') === '' && !/<img\b/i.test(html);
}

/** Several lines in one cell: the table places blocks, it does not compare data. */
function isMiseEnPage(html: string): boolean {
  return (html.match(FIN_DE_BLOC) ?? []).length > 1;
}

function toParagraphe(html: string): string {
  return html.search(BLOC) < 0 ? `<p>${html.trim()}</p>` : html;
}

function toLigne(contenu: string): string {
  const cellules = [...contenu.matchAll(CELLULE)].map(([, , html = '']) => html);
  const remplies = cellules.filter((html) => !isVide(html));
  if (remplies.length <= 1 || remplies.some(isMiseEnPage)) {
    return remplies.map(toParagraphe).join('');
  }
  const textes = cellules.map((html) =>
    isVide(html) ? '' : html.replace(BLOC, ' ').replace(/\s+/g, ' ').trim()
  );
  while (textes.at(-1) === '') {
    textes.pop();
  }
  return `<p>${textes.join(SEPARATEUR)}</p>`;
}

/** A table of elsewhere (Excel, Sheets, a page, a signature): a line a row, its cells apart, nothing glued. */
export function flattenTableaux(html: string): string {
  if (!/<t[drh]\b/i.test(html) || DE_CHEZ_NOUS.test(html)) {
    return html;
  }
  let lignes = html.replace(LEGENDE, (_, legende: string) => toParagraphe(legende));
  for (let niveau = 0; niveau < NIVEAUX_MAX; niveau += 1) {
    const avant = lignes;
    lignes = avant.replace(LIGNE, (_, contenu: string) => toLigne(contenu));
    if (lignes === avant) {
      break;
    }
  }
  return lignes.replace(CELLULES, toLigne).replace(RESTES, '');
}
