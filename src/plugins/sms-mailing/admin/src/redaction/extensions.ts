import { Extension, Node, type Extensions } from '@tiptap/core';
import { TextAlign } from '@tiptap/extension-text-align';
import { Color, TextStyle } from '@tiptap/extension-text-style';
import { Node as Noeud, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';
import { cleanPaste } from './collage';
import { toEditeurColle } from './message-html';
import { toDocumentColle } from './message-texte';
import { NoeudBouton, NoeudColonne, NoeudColonnes, NoeudEntete } from './noeuds-newsletter';
import { NoeudImage } from './noeud-image';
import { NoeudSignet } from './noeud-signet';
import { OuvertureSignet } from './ouverture-signet';
import { ProblemesSignets } from './problemes-signets';
import { SuggestionSignets, type EtatSuggestion } from './suggestion-signets';

/** `riche` and `newsletter`: HTML. `ligne`: an objet. `texte`: an SMS. */
export type GenreRedaction = 'riche' | 'newsletter' | 'ligne' | 'texte';

export function isHtml(genre: GenreRedaction): boolean {
  return genre === 'riche' || genre === 'newsletter';
}

/** What is pasted becomes ours: clean HTML, `${…}` in every spelling made chips. */
const Collage = Extension.create<{ ligne: boolean }>({
  name: 'collage',

  addOptions() {
    return { ligne: false };
  },

  addProseMirrorPlugins() {
    const { ligne } = this.options;
    const { schema } = this.editor;
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => toEditeurColle(cleanPaste(html)),
          clipboardTextParser: (texte) => {
            const document = toDocumentColle(ligne ? texte.replace(/\s*\n\s*/g, ' ') : texte);
            return new Slice(Noeud.fromJSON(schema, document).content, 1, 1);
          },
        },
      }),
    ];
  },
});

/** An objet has one line. */
const UneLigne = Node.create({
  name: 'doc',
  topNode: true,
  content: 'paragraph',
  addKeyboardShortcuts() {
    return { Enter: () => true, 'Shift-Enter': () => true };
  },
});

const Lignes = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });

const SANS_MISE_EN_FORME = {
  blockquote: false,
  bold: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  document: false,
  dropcursor: false,
  hardBreak: false,
  heading: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  strike: false,
  trailingNode: false,
  underline: false,
} as const;

const EMAIL: Extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  TextStyle,
  Color,
  TextAlign.configure({ types: ['heading', 'paragraph'] }),
  NoeudEntete,
  NoeudColonnes,
  NoeudColonne,
  NoeudBouton,
];

function baseOf(genre: GenreRedaction): Extensions {
  switch (genre) {
    case 'riche':
    case 'newsletter':
      return EMAIL;
    case 'ligne':
      return [StarterKit.configure(SANS_MISE_EN_FORME), UneLigne];
    case 'texte':
      return [StarterKit.configure(SANS_MISE_EN_FORME), Lignes];
  }
}

export function listExtensions(
  genre: GenreRedaction,
  page: {
    onSuggestion: (etat: EtatSuggestion | null) => void;
    onOuvrir: (position: number) => void;
    loadImage: (id: number) => Promise<string>;
  }
): Extensions {
  return [
    ...baseOf(genre),
    ...(isHtml(genre) ? [NoeudImage.configure({ loadImage: page.loadImage })] : []),
    NoeudSignet,
    OuvertureSignet.configure({ onOuvrir: page.onOuvrir }),
    ProblemesSignets,
    Collage.configure({ ligne: genre === 'ligne' }),
    SuggestionSignets.configure({ onChange: page.onSuggestion }),
  ];
}
