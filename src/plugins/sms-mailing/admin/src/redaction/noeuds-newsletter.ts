import { mergeAttributes, Node } from '@tiptap/core';
import { DOMSerializer, type DOMOutputSpec, type ResolvedPos } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    newsletter: {
      insertBouton: (href: string) => ReturnType;
      setLienBouton: (href: string) => ReturnType;
      insertColonnes: () => ReturnType;
      /** At the top of the message; one is enough. */
      insertEntete: () => ReturnType;
    };
  }
}

const COLONNE = { type: 'colonne', content: [{ type: 'paragraph' }] };

const ENTETE = {
  type: 'entete',
  content: [
    {
      type: 'heading',
      attrs: { level: 2, textAlign: 'center' },
      content: [{ type: 'text', text: 'Le titre de la lettre' }],
    },
  ],
};
/** Past the opening of the band and that of its title. */
const DANS_LE_TITRE = { from: 2, to: 2 + 'Le titre de la lettre'.length };

/** Names of the nodes around a place, from the document down. */
function listAncetres(place: ResolvedPos): string[] {
  return Array.from({ length: place.depth + 1 }, (_, rang) => place.node(rang).type.name);
}

const COULEUR = '#0b57a4';
const STYLE_CASE = `background-color:${COULEUR};border-radius:4px;padding:12px 24px`;
const STYLE_ENTETE = `background-color:${COULEUR};color:#ffffff;padding:24px 24px 12px`;
const CASE_BOUTON = { class: 'bouton', bgcolor: COULEUR };
const STYLE_LIEN = 'color:#ffffff;text-decoration:none;font-weight:bold';

/** Around `texte`, which has the hole of the content. */
function wrapBouton(texte: DOMOutputSpec): DOMOutputSpec {
  return [
    'table',
    {
      'data-bouton': '',
      role: 'presentation',
      cellpadding: '0',
      cellspacing: '0',
      style: 'margin:0 0 16px',
    },
    ['tbody', ['tr', ['td', { ...CASE_BOUTON, style: STYLE_CASE }, texte]]],
  ];
}

/** A link that looks like a button in every mail reader, Outlook included: a cell of a table. */
export const NoeudBouton = Node.create({
  name: 'bouton',
  group: 'block',
  content: '(text|signet)*',
  marks: '',
  defining: true,
  isolating: true,

  addAttributes() {
    return {
      href: {
        default: '',
        parseHTML: (element: HTMLElement) => element.querySelector('a')?.getAttribute('href') ?? '',
        rendered: false,
      },
    };
  },

  parseHTML() {
    return [{ tag: 'table[data-bouton]', contentElement: 'a', priority: 60 }];
  },

  renderHTML({ node }) {
    return wrapBouton(['a', { href: String(node.attrs.href), style: STYLE_LIEN }, 0]);
  },

  /** No link while one writes: a browser puts what is typed at the end of a link after it, out of the button. */
  addNodeView() {
    return () => DOMSerializer.renderSpec(document, wrapBouton(['div', { style: STYLE_LIEN }, 0]));
  },

  addCommands() {
    return {
      insertBouton:
        (href) =>
        ({ commands }) =>
          commands.insertContent({
            type: this.name,
            attrs: { href },
            content: [{ type: 'text', text: 'En savoir plus' }],
          }),
      setLienBouton:
        (href) =>
        ({ commands }) =>
          commands.updateAttributes(this.name, { href }),
      insertColonnes:
        () =>
        ({ chain }) =>
          chain()
            .insertContent({ type: 'colonnes', content: [COLONNE, COLONNE] })
            .command(({ tr }) => {
              const { $from } = tr.selection;
              const rang = listAncetres($from).indexOf('colonnes');
              // Into the paragraph of the first column: past two openings.
              tr.setSelection(TextSelection.near(tr.doc.resolve($from.start(rang) + 2)));
              return true;
            })
            .run(),
    };
  },

  /** Enter leaves the button: what follows is text again. */
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) =>
        editor.isActive(this.name) &&
        editor
          .chain()
          .insertContentAt(editor.state.selection.$to.after(), { type: 'paragraph' })
          .run(),
    };
  },
});

/** Two columns side by side: a table, the only thing that Outlook lays out. */
export const NoeudColonnes = Node.create({
  name: 'colonnes',
  group: 'block',
  content: 'colonne colonne',
  isolating: true,

  parseHTML() {
    return [{ tag: 'table[data-colonnes]', priority: 60 }];
  },

  renderHTML({ HTMLAttributes }) {
    const table = {
      'data-colonnes': '2',
      role: 'presentation',
      width: '100%',
      cellpadding: '0',
      cellspacing: '0',
      style: 'margin:0 0 16px',
    };
    return ['table', mergeAttributes(HTMLAttributes, table), ['tbody', ['tr', 0]]];
  },
});

export const NoeudColonne = Node.create({
  name: 'colonne',
  content: 'block+',
  isolating: true,

  parseHTML() {
    return [{ tag: 'table[data-colonnes] > tbody > tr > td', priority: 60 }];
  },

  renderHTML({ HTMLAttributes }) {
    const cellule = { class: 'colonne', width: '50%', valign: 'top', style: 'padding:0 8px' };
    return ['td', mergeAttributes(HTMLAttributes, cellule), 0];
  },
});

/** A band of colour at the top: a name, a logo. White on blue in either theme. */
export const NoeudEntete = Node.create({
  name: 'entete',
  group: 'block',
  content: 'block+',
  defining: true,
  isolating: true,

  parseHTML() {
    return [{ tag: 'table[data-entete]', contentElement: 'td', priority: 60 }];
  },

  renderHTML() {
    return [
      'table',
      {
        'data-entete': '',
        role: 'presentation',
        width: '100%',
        cellpadding: '0',
        cellspacing: '0',
        style: 'margin:0 0 24px',
      },
      ['tbody', ['tr', ['td', { class: 'entete', bgcolor: COULEUR, style: STYLE_ENTETE }, 0]]],
    ];
  },

  addCommands() {
    return {
      insertEntete:
        () =>
        ({ tr, chain }) =>
          tr.doc.firstChild?.type.name !== this.name &&
          chain().insertContentAt(0, ENTETE).setTextSelection(DANS_LE_TITRE).run(),
    };
  },
});
