import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    problemesSignets: {
      /** Marks the chips whose signet cannot stand in this modele. */
      markSignets: (sources: ReadonlySet<string>) => ReturnType;
      /** Writes another signet in place of every chip of this one. */
      replaceSignet: (source: string, par: string) => ReturnType;
    };
  }
}

const CLE = new PluginKey<ReadonlySet<string>>('problemesSignets');

function decorate(etat: EditorState): DecorationSet {
  const sources = CLE.getState(etat);
  const marques: Decoration[] = [];
  etat.doc.descendants((noeud, position) => {
    if (noeud.type.name === 'signet' && sources?.has(String(noeud.attrs.source)) === true) {
      marques.push(Decoration.node(position, position + 1, { class: 'signet-probleme' }));
    }
  });
  return DecorationSet.create(etat.doc, marques);
}

/** A signet may exist and yet not suit the modele: its modalités and destinataires decide (decision A8). */
export const ProblemesSignets = Extension.create({
  name: 'problemesSignets',

  addCommands() {
    return {
      markSignets:
        (sources) =>
        ({ tr, dispatch }) => {
          dispatch?.(tr.setMeta(CLE, sources).setMeta('addToHistory', false));
          return true;
        },
      replaceSignet:
        (source, par) =>
        ({ tr, state }) => {
          state.doc.descendants((noeud, position) => {
            if (noeud.type.name === 'signet' && noeud.attrs.source === source) {
              tr.setNodeMarkup(position, undefined, { ...noeud.attrs, source: par });
            }
          });
          return tr.docChanged;
        },
    };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin<ReadonlySet<string>>({
        key: CLE,
        state: {
          init: () => new Set<string>(),
          apply: (transaction, avant) =>
            (transaction.getMeta(CLE) as ReadonlySet<string> | undefined) ?? avant,
        },
        props: { decorations: decorate },
      }),
    ];
  },
});
