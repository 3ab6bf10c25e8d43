import type { JSONContent } from '@tiptap/core';
import { formatSignet, normaliseSignets, parseSignets } from '../../../core/signet';

const LITTERAL = '\u{e000}';

function toNoeuds(ligne: string): JSONContent[] {
  return parseSignets(ligne.replaceAll('$${', LITTERAL)).map((morceau) =>
    typeof morceau === 'string'
      ? { type: 'text', text: morceau.replaceAll(LITTERAL, () => '$${') }
      : { type: 'signet', attrs: { source: formatSignet(morceau) } }
  );
}

/** An objet or an SMS as the editor holds it: a paragraph a line. */
export function toDocument(texte: string): JSONContent {
  const content = texte.split('\n').map((ligne): JSONContent => {
    const noeuds = toNoeuds(ligne);
    return noeuds.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: noeuds };
  });
  return { type: 'doc', content };
}

/** Text glued to a signet by its last `$` would make a literal of it: a space parts them. */
function joinNoeuds(noeuds: readonly JSONContent[]): string {
  return noeuds.reduce((texte, noeud) => {
    if (noeud.type !== 'signet') {
      return texte + (noeud.text ?? '');
    }
    const { source } = noeud.attrs as { source: string };
    return `${texte}${texte.endsWith('$') ? ' ' : ''}${source}`;
  }, '');
}

/** Inverse of toDocument: what is stored. */
export function toTexte(document: JSONContent): string {
  return (document.content ?? []).map(({ content }) => joinNoeuds(content ?? [])).join('\n');
}

/** Pasted text: every spelling of the guide becomes a signet. */
export function toDocumentColle(texte: string): JSONContent {
  return toDocument(normaliseSignets(texte.replace(/\r\n?/g, '\n')));
}
