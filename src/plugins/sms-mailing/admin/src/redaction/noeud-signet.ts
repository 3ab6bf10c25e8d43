import { mergeAttributes, Node, nodeInputRule } from '@tiptap/core';
import { normaliseSignets } from '../../../core/signet';
import { describeSignet } from './describe-signet';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    signet: {
      /** Puts a signet where the cursor is, in place of the range when one is given. */
      insertSignet: (source: string, place?: { from: number; to: number }) => ReturnType;
      /** Rewrites the chip that stands there. */
      setSource: (position: number, source: string) => ReturnType;
    };
  }
}

/** What a reader's software says of a chip, and what the mouse shows. */
function titre(source: string): string {
  const { entree, exemple } = describeSignet(source);
  return entree === null
    ? `${source} : ce signet n’existe pas`
    : `${source} : par exemple « ${exemple} »`;
}

/** A signet is one piece: it is selected, moved, deleted whole. Its text form is `${…}`. */
export const NoeudSignet = Node.create({
  name: 'signet',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addAttributes() {
    return {
      source: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-signet') ?? '',
        renderHTML: ({ source }: { source?: string }) => ({ 'data-signet': source ?? '' }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-signet]' }];
  },

  renderHTML({ node, HTMLAttributes }) {
    const source = String(node.attrs.source);
    const { entree, libelle, signet } = describeSignet(source);
    const classes = ['signet', entree === null ? 'signet-inconnu' : ''].filter(Boolean).join(' ');
    const repli = signet.repli === null || signet.repli === '' ? '' : ` ou « ${signet.repli} »`;
    return [
      'span',
      mergeAttributes(HTMLAttributes, { class: classes, title: titre(source) }),
      `${libelle}${repli}`,
    ];
  },

  renderText({ node }) {
    return String(node.attrs.source);
  },

  addCommands() {
    return {
      insertSignet:
        (source, place) =>
        ({ chain, state }) => {
          const { from, to } = place ?? state.selection;
          return chain()
            .focus()
            .insertContentAt({ from, to }, { type: this.name, attrs: { source } })
            .run();
        },
      setSource:
        (position, source) =>
        ({ tr }) => {
          tr.setNodeMarkup(position, undefined, { source });
          return true;
        },
    };
  },

  /** Typed by hand up to the brace. `$${` is a literal. */
  addInputRules() {
    return [
      nodeInputRule({
        find: /(?<!\$)\$\{[^{}$]+\}$/,
        type: this.type,
        getAttributes: ([source]) => ({ source: normaliseSignets(source) }),
      }),
    ];
  },
});
