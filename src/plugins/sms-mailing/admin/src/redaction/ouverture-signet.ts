import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';

interface Options {
  /** Where the chip stands in the document. */
  onOuvrir: (position: number) => void;
}

/** A chip opens on a click, or on Enter once the arrows have selected it (decision E12). */
export const OuvertureSignet = Extension.create<Options>({
  name: 'ouvertureSignet',
  priority: 200,

  addOptions() {
    return { onOuvrir: () => undefined };
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        const isSignet =
          selection instanceof NodeSelection && selection.node.type.name === 'signet';
        if (isSignet) {
          this.options.onOuvrir(selection.from);
        }
        return isSignet;
      },
    };
  },

  addProseMirrorPlugins() {
    const { onOuvrir } = this.options;
    return [
      new Plugin({
        props: {
          handleClickOn: (...[, , noeud, position, , direct]) => {
            if (direct && noeud.type.name === 'signet') {
              onOuvrir(position);
            }
            return false;
          },
        },
      }),
    ];
  },
});
