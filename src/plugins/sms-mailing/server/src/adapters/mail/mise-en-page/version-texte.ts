// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient: cannot be imported
/// <reference path="./html-to-text.d.ts" />
import { convert } from 'html-to-text';
import { formatLignes } from './lignes-tableau';

const TITRES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * The text part of a document: links in brackets, images by their alternative text. Lines are not wrapped,
 * as the signets are still to come; capitals are left alone, as they would alter the tokens.
 */
export function toTexte(html: string): string {
  return convert(html, {
    wordwrap: false,
    formatters: {
      lignes: formatLignes,
      texteAlternatif: (element, _, builder) => builder.addInline(element.attribs.alt ?? ''),
    },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
      { selector: 'img', format: 'texteAlternatif' },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'table', format: 'lignes' },
      { selector: 'table[role="presentation"]', format: 'block' },
      { selector: 'hr', options: { length: 20 } },
      ...TITRES.map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
