/** Word writes a list as paragraphs; the bullet stands between two conditional marks. */
const PARAGRAPHE_LISTE = /<p\b([^<>]*mso-list:[^<>]*)>([\s\S]*?)<\/p>/gi;
const PUCE = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/i;
const NUMERO = /^[\s(]*(?:(\d+)|([ivxlc]+|[a-z]))[.)]/i;
const ROMAIN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

type Numerotation = '1' | 'a' | 'A' | 'i' | 'I';

interface Rang {
  readonly type: Numerotation;
  readonly valeur: number;
}

interface Point {
  /** Null: a bullet. */
  readonly rang: Rang | null;
  readonly niveau: number;
  /** What Word calls the list: two lists in a row stay two. */
  readonly liste: string;
}

interface Ouverte {
  readonly balise: 'ol' | 'ul';
  readonly liste: string;
  /** Of its last point. */
  valeur: number;
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ');
}

/** Between two points of a list: nothing to read, hence the same list. */
function isBlanc(html: string): boolean {
  return textOf(html).trim() === '' && !/<img\b/i.test(html);
}

function readRomain(lettres: string): number {
  const valeurs = Array.from(lettres, (lettre) => ROMAIN[lettre] ?? 0);
  return valeurs.reduce(
    (total, valeur, place) => total + (valeur < (valeurs[place + 1] ?? 0) ? -valeur : valeur),
    0
  );
}

/** « i. » counts in Roman figures, unless it follows « h. »; another letter does when the list already does. */
function isRomain(lettres: string, suite: Rang | null): boolean {
  if (suite !== null) {
    return suite.type.toLowerCase() === 'i';
  }
  return lettres.length > 1 || lettres === 'i';
}

function readLettres(lettres: string, suite: Rang | null): Rang {
  const bas = lettres.toLowerCase();
  const [petit, grand, valeur] = isRomain(bas, suite)
    ? (['i', 'I', readRomain(bas)] as const)
    : (['a', 'A', bas.charCodeAt(0) - 96] as const);
  return { type: lettres === bas ? petit : grand, valeur };
}

function readRang(puce: string, suite: Rang | null): Rang | null {
  const [, chiffres, lettres = ''] = NUMERO.exec(puce) ?? [];
  if (chiffres !== undefined) {
    return { type: '1', valeur: Number(chiffres) };
  }
  return lettres === '' ? null : readLettres(lettres, suite);
}

function readPoint(attributs: string, contenu: string, suite: Rang | null): Point {
  return {
    rang: readRang(textOf(PUCE.exec(contenu)?.[1] ?? ''), suite),
    niveau: Number(/\blevel(\d)/i.exec(attributs)?.[1] ?? '1'),
    liste: /\blfo\d+/i.exec(attributs)?.[0] ?? '',
  };
}

function closeTo(ouvertes: Ouverte[], niveau: number): string {
  let html = '';
  while (ouvertes.length > niveau) {
    html += `</li></${ouvertes.pop()?.balise ?? 'ul'}>`;
  }
  return html;
}

function openListe({ rang }: Point): string {
  if (rang === null) {
    return '<ul>';
  }
  const start = rang.valeur > 1 ? ` start="${String(rang.valeur)}"` : '';
  return `<ol${start}${rang.type === '1' ? '' : ` type="${rang.type}"`}>`;
}

/** The same list, and its numbers go on. */
function isSuite(ouverte: Ouverte | undefined, { rang, liste }: Point): boolean {
  return (
    ouverte?.liste === liste &&
    ouverte.balise === (rang === null ? 'ul' : 'ol') &&
    (rang === null || rang.valeur > ouverte.valeur)
  );
}

/** Opens and closes what is needed to go from the list one is in to the one asked for. */
function moveTo(ouvertes: Ouverte[], point: Point): string {
  const { rang, niveau, liste } = point;
  const valeur = rang?.valeur ?? 0;
  let html = closeTo(ouvertes, niveau);
  const courante = ouvertes.at(-1);
  if (ouvertes.length === niveau) {
    if (courante !== undefined && isSuite(courante, point)) {
      courante.valeur = valeur;
      return `${html}</li>`;
    }
    html += closeTo(ouvertes, niveau - 1);
  }
  while (ouvertes.length < niveau) {
    ouvertes.push({ balise: rang === null ? 'ul' : 'ol', liste, valeur });
    html += openListe(point) + (ouvertes.length < niveau ? '<li>' : '');
  }
  return html;
}

/** Word's paragraphs of list, made lists again: their numbers, their letters, and two lists that stay two. */
export function rebuildListes(html: string): string {
  const ouvertes: Ouverte[] = [];
  const rangs = new Map<string, Rang | null>();
  let sortie = '';
  let suite = 0;
  for (const lu of html.matchAll(PARAGRAPHE_LISTE)) {
    const [tout, attributs = '', contenu = ''] = lu;
    const entre = html.slice(suite, lu.index);
    sortie += isBlanc(entre) ? '' : closeTo(ouvertes, 0) + entre;
    const cle = /\blevel\d\s+lfo\d+/i.exec(attributs)?.[0] ?? '';
    const point = readPoint(attributs, contenu, rangs.get(cle) ?? null);
    rangs.set(cle, point.rang);
    sortie += `${moveTo(ouvertes, point)}<li>${contenu.replace(PUCE, '')}`;
    suite = lu.index + tout.length;
  }
  return sortie + closeTo(ouvertes, 0) + html.slice(suite);
}
