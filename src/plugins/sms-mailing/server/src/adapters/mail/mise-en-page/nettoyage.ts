import sanitizeHtml from 'sanitize-html';
import { LIMITES_MESSAGE } from '../../../../../core/demesure';
import { cleanTel } from '../../../../../core/lien';

const COULEUR = /^(#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s,.%]{5,30}\))$/i;
const LONGUEUR =
  /^(-?\d{0,4}(\.\d{1,3})?(px|em|rem|pt|%)?|auto)( -?\d{0,4}(\.\d{1,3})?(px|em|rem|pt|%)?| auto){0,3}$/i;
const MOTS = /^[a-z0-9 ,'"-]{1,100}$/i;
const BORDURE = /^[a-z0-9 #.]{1,60}$/i;

const STYLES: Readonly<Record<string, RegExp[]>> = {
  color: [COULEUR],
  'background-color': [COULEUR],
  'font-family': [MOTS],
  'font-size': [LONGUEUR, MOTS],
  'font-style': [MOTS],
  'font-weight': [MOTS],
  'line-height': [LONGUEUR],
  'text-align': [MOTS],
  'text-decoration': [MOTS],
  'text-transform': [MOTS],
  'vertical-align': [MOTS],
  'list-style-type': [MOTS],
  padding: [LONGUEUR],
  'padding-left': [LONGUEUR],
  margin: [LONGUEUR],
  'margin-left': [LONGUEUR],
  'margin-top': [LONGUEUR],
  'margin-bottom': [LONGUEUR],
  width: [LONGUEUR],
  'max-width': [LONGUEUR],
  height: [LONGUEUR],
  border: [BORDURE],
  'border-bottom': [BORDURE],
  'border-top': [BORDURE],
  'border-collapse': [MOTS],
  'border-radius': [LONGUEUR],
};

const CELLULE = ['colspan', 'rowspan', 'width', 'valign', 'bgcolor', 'scope'];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: (
    'p br div span h1 h2 h3 h4 h5 h6 strong b em i u s del sub sup small a ul ol li blockquote hr ' +
    'table thead tbody tfoot tr th td caption img pre code center'
  ).split(' '),
  allowedAttributes: {
    '*': ['style', 'align', 'lang', 'dir', 'title'],
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    table: ['width', 'border', 'cellpadding', 'cellspacing', 'bgcolor', 'role'],
    td: CELLULE,
    th: CELLULE,
    ol: ['start', 'type'],
  },
  // Cells of the editor's blocks, which the layout knows by their name.
  allowedClasses: { td: ['entete', 'bouton', 'colonne'] },
  allowedStyles: { '*': STYLES },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['https', 'cid'] },
  allowProtocolRelative: false,
  // Whatever comes here: the layout of a deep tree takes a time that grows with the square of its depth.
  nestingLimit: LIMITES_MESSAGE.profondeur,
  // an image whose source was not allowed leaves no broken frame behind
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && (attribs.src ?? '') === '',
};

/** « tel:06 12 34 56 78 » is dialled as it stands. A signet after it is cleaned with its value. */
function cleanHref(href: string): string {
  return href.replace(/^tel:[\d\s.()+-]+$/i, (lien) => `tel:${cleanTel(lien.slice(4))}`);
}

/**
 * Keeps of a modele what a message may hold: text, links, tables and images, without script, style sheet,
 * form or outside background. `images` gives each reference its `cid:` or https address (decision F6).
 */
export function cleanHtml(html: string, images: Readonly<Record<string, string>>): string {
  return sanitizeHtml(html, {
    ...OPTIONS,
    transformTags: {
      '*': (tagName, attribs) => ({
        tagName,
        // Inlining reads the `;` of `&quot;` as the end of the declaration.
        attribs:
          attribs.style === undefined
            ? attribs
            : { ...attribs, style: attribs.style.replaceAll('"', "'") },
      }),
      a: (tagName, attribs) => {
        const { href } = attribs;
        return {
          tagName,
          attribs: href === undefined ? attribs : { ...attribs, href: cleanHref(href) },
        };
      },
      img: (tagName, attribs) => {
        const src = attribs.src ?? '';
        return { tagName, attribs: { alt: '', ...attribs, src: images[src] ?? src } };
      },
    },
  });
}
