import { listContextes } from '../../../core/contexte-html';
import { decodeEntites, escapeHtml } from '../../../core/entites-html';
import { referenceImage } from '../../../core/image-message';
import { formatSignet, normaliseSignets, parseSignets } from '../../../core/signet';
import { flattenTableaux } from './tableaux';

/** Stands for the literal `$${` while signets are read, so that it is still one once the editor gives it back. */
const LITTERAL = '\u{e000}';

const PARAGRAPHE_BLANC = /<p([^>]*)><br\s*\/?><\/p>/g;
const PARAGRAPHE_VIDE = /<p([^>]*)><\/p>/g;
const FIN_BLANCHE = /(?:<p[^>]*><br><\/p>)+$/;
/** A point of a list is a line, not a paragraph with its margins. */
const POINT = /<li><p>((?:(?!<\/?(?:p|li)\b)[^])*)<\/p><\/li>/g;
const ELEMENT = /<span [^>]*?data-signet="([^"]*)"[^>]*>[^<]*<\/span>/g;
/** On the page, an image that travels in the message (noeud-image). */
const IMAGE = /(<img\b[^<>]*?)\bdata-image="(\d+)"/g;
/** `$` right before a signet would make a literal of it. */
const DOLLAR_AVANT = /\$(?=<span [^>]*?data-signet=)/g;

/**
 * The message as it is stored, for the editor to parse: each signet of the text becomes an element, those of
 * a link's address stay written out.
 */
export function toEditeur(message: string): string {
  const morceaux = parseSignets(flattenTableaux(message).replaceAll('$${', LITTERAL));
  const contextes = listContextes(morceaux);
  let rang = 0;
  const html = morceaux.map((morceau) => {
    if (typeof morceau === 'string') {
      return morceau;
    }
    const source = escapeHtml(formatSignet(morceau));
    const contexte = contextes[rang];
    rang += 1;
    return contexte?.lieu === 'texte' ? `<span data-signet="${source}"></span>` : source;
  });
  return html
    .join('')
    .replaceAll(LITTERAL, () => '$${')
    .replace(PARAGRAPHE_BLANC, '<p$1></p>');
}

/** The editor's HTML as it is stored: signets written `${…}`, blank lines that a mail reader shows. */
export function toMessage(html: string): string {
  return html
    .replace(DOLLAR_AVANT, '&#36;')
    .replace(ELEMENT, (_, source: string) => decodeEntites(source))
    .replace(IMAGE, (_, debut: string, id: string) => `${debut}src="${referenceImage(Number(id))}"`)
    .replace(POINT, '<li>$1</li>')
    .replace(PARAGRAPHE_VIDE, '<p$1><br></p>')
    .replace(FIN_BLANCHE, '');
}

/** Pasted HTML, already cleaned: every spelling of the guide and of word processors becomes a signet. */
export function toEditeurColle(html: string): string {
  return toEditeur(normaliseSignets(html));
}
