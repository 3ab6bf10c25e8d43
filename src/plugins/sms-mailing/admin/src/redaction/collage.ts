import { rebuildListes } from './listes-word';
import { flattenTableaux } from './tableaux';

/** What is pasted keeps its structure and its emphasis; fonts, colours and margins stay where they come from. */
const ATTRIBUTS: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width'],
  ol: ['start', 'type'],
};
/** The editor has two titles (docs/guide/05-modeles.md). */
const TITRES: Readonly<Record<string, string>> = { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' };
/** A style of the list, or of its first point (Google Docs), says what others say by `type`. */
const NUMEROTATIONS: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};
const NUMEROTATION = /list-style-type\s*:\s*([a-z-]+)/i;
const DEBUT_DE_LISTE = /<ol\b([^<>]*)>(?=((?:\s*<li\b[^<>]*>)?))/gi;
const STYLES = /^(?:font-weight|font-style|text-decoration(?:-line)?|text-align)$/;
/** LibreOffice, and pages of long ago, align a block by an attribute. */
const ALIGNES = /^(?:p|div|h[1-6])$/;
const ALIGNEMENT = /^(?:left|center|right|justify)$/i;

/** Elements whose content is not text to read. */
const JETES = /<(style|script|title|xml|head|template|noscript)\b[\s\S]*?<\/\1\s*>/gi;
const BALISE = /<(\/?)([a-z][a-z0-9-]*(?::[a-z0-9]+)?)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
const ATTRIBUT = /([a-z][a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Copied from our own editor: nothing to clean. */
const DE_CHEZ_NOUS = /data-pm-slice=/;

function readAttributs(brut: string): Map<string, string> {
  return new Map(
    [...brut.matchAll(ATTRIBUT)].map(([, nom = '', a, b, c]) => [
      nom.toLowerCase(),
      a ?? b ?? c ?? '',
    ])
  );
}

function keepStyle(style: string): string {
  return style
    .split(';')
    .map((regle) => regle.trim())
    .filter((regle) => STYLES.test(regle.slice(0, regle.indexOf(':')).trim().toLowerCase()))
    .join(';');
}

function readStyle(balise: string, attributs: ReadonlyMap<string, string>): string {
  const style = (attributs.get('style') ?? '').replaceAll('&quot;', '');
  const align = attributs.get('align') ?? '';
  return ALIGNES.test(balise) && ALIGNEMENT.test(align) && !/text-align/i.test(style)
    ? `text-align:${align};${style}`
    : style;
}

function keepAttributs(balise: string, attributs: ReadonlyMap<string, string>): string {
  const style = keepStyle(readStyle(balise, attributs));
  const gardes = (ATTRIBUTS[balise] ?? []).flatMap((attribut) => {
    const valeur = attributs.get(attribut);
    return valeur === undefined ? [] : [` ${attribut}="${valeur.replaceAll('"', '&quot;')}"`];
  });
  return gardes.join('') + (style === '' ? '' : ` style="${style}"`);
}

/** An image of the clipboard is on a disk or written out: its reader would see a hole. */
function isEnLigne(attributs: ReadonlyMap<string, string>): boolean {
  return (attributs.get('src') ?? '').startsWith('https://');
}

function cleanBalise(fermante: string, nom: string, brut: string): string {
  const lue = nom.toLowerCase();
  const balise = TITRES[lue] ?? lue;
  if (/[:-]/.test(balise) || balise === 'font' || balise === 'meta' || balise === 'link') {
    return '';
  }
  if (fermante !== '') {
    return `</${balise}>`;
  }
  const attributs = readAttributs(brut);
  return balise === 'img' && !isEnLigne(attributs)
    ? ''
    : `<${balise}${keepAttributs(balise, attributs)}>`;
}

function nameNumerotations(html: string): string {
  return html.replace(DEBUT_DE_LISTE, (liste, attributs: string, point: string) => {
    const [, style = ''] = NUMEROTATION.exec(attributs + point) ?? [];
    const type = NUMEROTATIONS[style.toLowerCase()];
    return type === undefined || /\btype\s*=/i.test(attributs)
      ? liste
      : `<ol${attributs} type="${type}">`;
  });
}

/** Between the marks of the clipboard, when there are some. */
function takeFragment(html: string): string {
  const debut = html.indexOf('<!--StartFragment-->');
  const fin = html.lastIndexOf('<!--EndFragment-->');
  return debut < 0 || fin < debut ? html : html.slice(debut + '<!--StartFragment-->'.length, fin);
}

/**
 * HTML pasted from Word, Outlook, a web page: its text, links, lists, headings and emphasis. What the editor
 * does not know, its schema drops afterwards; the server cleans again what is sent.
 */
export function cleanPaste(html: string): string {
  if (DE_CHEZ_NOUS.test(html)) {
    return html;
  }
  const propre = nameNumerotations(rebuildListes(takeFragment(html)))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[^\]]*\]>/g, '')
    .replace(JETES, '')
    .replace(BALISE, (_, fermante: string, nom: string, brut: string) =>
      cleanBalise(fermante, nom, brut)
    )
    .replace(/\s*\n\s*/g, ' ');
  return flattenTableaux(propre).replace(
    /<p>(?:\s|&nbsp;|<\/?(?:span|b|i|u|strong|em)>|<br>)*<\/p>/g,
    ''
  );
}
