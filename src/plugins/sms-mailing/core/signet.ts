import { cutSource } from './decoupe-signets';
import { decodeEntites } from './entites-html';

/** Guide §2.c: a `${…}` replaced at sending, once per destinataire. */
export interface Signet {
  /** As typed, braces and any tag or entity included. */
  readonly brut: string;
  /** Canonical path: lower case, no accent, no space, without the participant prefix nor a leading `$`. */
  readonly chemin: string;
  /** Written with `tab.`, `tableN.`, `TAB.N.` … (decision A1); both spellings read the same destinataire. */
  readonly participant: boolean;
  /** PHP date() format written after `#`, trimmed; null when absent or blank. */
  readonly format: string | null;
  /** Text written after `|`; an empty one says « vide accepté »; null when absent. */
  readonly repli: string | null;
}

/** A piece of a modele: literal text, or a signet. Two literals never follow each other. */
export type Morceau = string | Signet;

/** Decision A1, on text whose spaces are gone: tab. tableN. TAB.N. table1. tab2. */
const PREFIXE_PARTICIPANT = /^(?:table|tab)(?:\.?(?:n|\d+))?\./;

/**
 * Cuts the text or html of a modele into literals and signets (guide §2.c, decisions A1, A4, F1).
 * Tolerates case, spaces, `&nbsp;`, entities and tags inside the braces: the tags found there come out
 * right after the signet, so that the html around stays balanced. `$${` is a literal `${`; a `${` that is
 * never closed stays literal. Never throws. Linear.
 */
export function parseSignets(source: string): Morceau[] {
  return cutSource(source).pieces.map((piece) =>
    typeof piece === 'string' ? piece : buildSignet(piece.brut, piece.corps)
  );
}

/** `$\{…}`: a word processor, or who copied the guide, put the backslash on the wrong side. */
const BARRE_DEDANS = /\$(?:<[^<>]*>)*\\+(?:<[^<>]*>)*\{/g;

/** What looks like a signet and will be sent as it stands, each as the 40 characters that start there. */
export function findMalEcrits(source: string): string[] {
  const barres = [...source.matchAll(BARRE_DEDANS)].map(({ index }) => index);
  return [...cutSource(source).nonFermes, ...barres]
    .sort((a, b) => a - b)
    .map((debut) => source.slice(debut, debut + 40));
}

/** The canonical spelling: `${tableN.chemin# format|repli}`. Parsing it again gives the same signet. */
export function formatSignet(signet: Signet): string {
  const prefixe = signet.participant ? 'tableN.' : '';
  const format = signet.format === null ? '' : `# ${signet.format}`;
  const repli = signet.repli === null ? '' : `|${signet.repli}`;
  return '${' + protect(`${prefixe}${signet.chemin}${format}${repli}`) + '}';
}

/** Inverse of parseSignets: a literal `${` is written `$${` again. */
export function formatMorceaux(morceaux: readonly Morceau[]): string {
  return morceaux
    .map((morceau) =>
      typeof morceau === 'string' ? morceau.replaceAll('${', () => '$${') : formatSignet(morceau)
    )
    .join('');
}

/**
 * « Normaliser » (decisions A1, F1): every signet in its canonical spelling, and the `\${…}` and
 * `$\${…}$` of texts pasted from the guide read as `${…}`.
 */
export function normaliseSignets(source: string): string {
  const propre = source
    .replace(/\$\\\$\{([^{}]*)\}\$/g, (_, corps: string) => '${' + corps + '}')
    .replaceAll('\\${', '${');
  const morceaux = parseSignets(propre);
  // Word may put a tag between the `$` and its brace: the backslash before is found once they are one again.
  return formatMorceaux(
    morceaux.map((morceau, rang) =>
      typeof morceau === 'string' && rang + 1 < morceaux.length
        ? morceau.replace(/\\$/, '')
        : morceau
    )
  );
}

/** The signets of a modele, in order. */
export function listSignets(morceaux: readonly Morceau[]): Signet[] {
  return morceaux.filter((morceau) => typeof morceau !== 'string');
}

function buildSignet(brut: string, corps: string): Signet {
  const texte = decodeEntites(corps).normalize('NFC');
  const { tete, format, repli } = splitCorps(texte);
  const compact = canonicalise(tete);
  const chemin = compact.replace(PREFIXE_PARTICIPANT, '');
  return {
    brut,
    chemin: chemin.replace(/^\$+/, ''),
    participant: chemin !== compact,
    format: format === null ? null : cleanFormat(format),
    repli: repli === null ? null : squeeze(repli),
  };
}

/** `chemin # format | repli`: a `|` of the format is written `\|`, a `#` after the first `|` is text. */
function splitCorps(texte: string): { tete: string; format: string | null; repli: string | null } {
  const separateur = texte.search(/[#|]/);
  if (separateur < 0) {
    return { tete: texte, format: null, repli: null };
  }
  const tete = texte.slice(0, separateur);
  const reste = texte.slice(separateur + 1);
  if (texte[separateur] === '|') {
    return { tete, format: null, repli: reste };
  }
  let i = 0;
  while (i < reste.length && reste[i] !== '|') {
    i += reste[i] === '\\' ? 2 : 1;
  }
  return i < reste.length
    ? { tete, format: reste.slice(0, i), repli: reste.slice(i + 1) }
    : { tete, format: reste, repli: null };
}

function canonicalise(tete: string): string {
  return tete
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\s\p{M}\p{Cf}\p{Cc}]+/gu, '')
    .replace(/^\$+/, '');
}

/** A backslash left alone at the end escapes nothing: it goes. */
function cleanFormat(format: string): string | null {
  const propre = squeeze(format);
  const antislashs = /\\*$/.exec(propre)?.[0].length ?? 0;
  const complet = antislashs % 2 === 1 ? squeeze(propre.slice(0, -1)) : propre;
  return complet === '' ? null : complet;
}

/** Invisible characters of word processors gone, runs of spaces (nbsp, line breaks) made one. */
function squeeze(texte: string): string {
  return texte
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What would be read as something else inside braces is written as an entity. */
function protect(corps: string): string {
  return corps
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;');
}
