/** What is pasted keeps its structure and its emphasis; fonts, colours and margins stay where they come from. */
const ATTRIBUTS: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};
const STYLES = /^(?:font-weight|font-style|text-decoration(?:-line)?|text-align)$/;

/** Elements whose content is not text to read. */
const JETES = /<(style|script|title|xml|head|template|noscript)\b[\s\S]*?<\/\1\s*>/gi;
const BALISE = /<(\/?)([a-z][a-z0-9]*(?::[a-z0-9]+)?)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
const ATTRIBUT = /([a-z][a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Word writes a list as paragraphs; the bullet stands between two conditional marks. */
const PARAGRAPHE_LISTE = /<p\b([^<>]*mso-list:[^<>]*)>([\s\S]*?)<\/p>/gi;
const PUCE = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/i;
const NUMERO = /^[\s(]*(?:\d+|[a-z]|[ivx]+)[.)]/i;

/** Copied from our own editor: nothing to clean. */
const DE_CHEZ_NOUS = /data-pm-slice=/;

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ');
}

/** Between two points of a list: nothing to read, hence the same list. */
function isBlanc(html: string): boolean {
  return textOf(html).trim() === '' && !/<img\b/i.test(html);
}

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

function keepAttributs(balise: string, attributs: ReadonlyMap<string, string>): string {
  const style = keepStyle((attributs.get('style') ?? '').replaceAll('&quot;', ''));
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
  const balise = nom.toLowerCase();
  if (balise.includes(':') || balise === 'font' || balise === 'meta' || balise === 'link') {
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

interface PointListe {
  readonly numerote: boolean;
  readonly niveau: number;
}

function readPoint(attributs: string, contenu: string): PointListe {
  const puce = textOf(PUCE.exec(contenu)?.[1] ?? '');
  return {
    numerote: NUMERO.test(puce),
    niveau: Number(/\blevel(\d)/i.exec(attributs)?.[1] ?? '1'),
  };
}

/** Opens and closes what is needed to go from the list one is in to the one asked for. */
function moveTo(ouvertes: string[], point: PointListe): string {
  const liste = point.numerote ? 'ol' : 'ul';
  let html = closeTo(ouvertes, point.niveau);
  if (ouvertes.length === point.niveau) {
    if (ouvertes.at(-1) === liste) {
      return `${html}</li>`;
    }
    html += closeTo(ouvertes, point.niveau - 1);
  }
  while (ouvertes.length < point.niveau) {
    ouvertes.push(liste);
    html += ouvertes.length < point.niveau ? `<${liste}><li>` : `<${liste}>`;
  }
  return html;
}

function closeTo(ouvertes: string[], niveau: number): string {
  let html = '';
  while (ouvertes.length > niveau) {
    html += `</li></${ouvertes.pop() ?? 'ul'}>`;
  }
  return html;
}

/** Word's paragraphs of list, made lists again. */
function rebuildListes(html: string): string {
  const ouvertes: string[] = [];
  let sortie = '';
  let suite = 0;
  for (const lu of html.matchAll(PARAGRAPHE_LISTE)) {
    const [tout, attributs = '', contenu = ''] = lu;
    const entre = html.slice(suite, lu.index);
    sortie += isBlanc(entre) ? '' : closeTo(ouvertes, 0) + entre;
    const point = readPoint(attributs, contenu);
    sortie += `${moveTo(ouvertes, point)}<li>${contenu.replace(PUCE, '')}`;
    suite = lu.index + tout.length;
  }
  return sortie + closeTo(ouvertes, 0) + html.slice(suite);
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
  return rebuildListes(takeFragment(html))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[^\]]*\]>/g, '')
    .replace(JETES, '')
    .replace(BALISE, (_, fermante: string, nom: string, brut: string) =>
      cleanBalise(fermante, nom, brut)
    )
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<p>(?:\s|&nbsp;|<\/?(?:span|b|i|u|strong|em)>|<br>)*<\/p>/g, '');
}
