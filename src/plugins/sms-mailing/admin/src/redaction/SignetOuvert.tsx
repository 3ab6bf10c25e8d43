import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useCallback, type JSX } from 'react';
import { Flottant } from './Flottant';
import { ReglagesSignet } from './ReglagesSignet';

interface Props {
  editor: Editor;
  position: number;
  lectureSeule: boolean;
  onFermer: () => void;
}

function readSource(editor: Editor, position: number): string | null {
  const noeud = editor.state.doc.nodeAt(position);
  return noeud?.type.name === 'signet' ? String(noeud.attrs.source) : null;
}

/** The settings of one chip, hanging from it; each change is written at once. */
export function SignetOuvert({
  editor,
  position,
  lectureSeule,
  onFermer,
}: Props): JSX.Element | null {
  const source = useEditorState({
    editor,
    selector: ({ editor: courant }) => readSource(courant, position),
  });
  const place = useCallback((): DOMRect => {
    const element = editor.view.nodeDOM(position);
    return element instanceof HTMLElement ? element.getBoundingClientRect() : new DOMRect();
  }, [editor, position]);

  if (source === null) {
    return null;
  }

  function close(): void {
    onFermer();
    editor.commands.focus();
  }

  return (
    <Flottant place={place} nom="Réglages du signet" largeur="36rem" focus onFermer={onFermer}>
      <ReglagesSignet
        key={position}
        source={source}
        lectureSeule={lectureSeule}
        onChange={(nouvelle) => {
          editor.commands.setSource(position, nouvelle);
        }}
        onRetirer={() => {
          editor.commands.deleteRange({ from: position, to: position + 1 });
          close();
        }}
        onFermer={close}
      />
    </Flottant>
  );
}
