// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient: cannot be imported
/// <reference path="./html-to-text.d.ts" />
import type { BlockTextBuilder, Element, Walk } from 'html-to-text';

const CONTENEURS = ['thead', 'tbody', 'tfoot'];
const CELLULES = ['td', 'th'];

function listLignes({ children = [] }: Element): Element[] {
  return children.flatMap((enfant) => {
    if (enfant.name === 'tr') {
      return [enfant];
    }
    return CONTENEURS.includes(enfant.name ?? '') ? listLignes(enfant) : [];
  });
}

/** Cells of several lines are those of a layout: one under the other. */
function joinCellules(cellules: readonly { text: string }[]): string {
  const textes = cellules.map(({ text }) => text.trim()).filter((texte) => texte !== '');
  return textes.join(textes.some((texte) => texte.includes('\n')) ? '\n\n' : ' | ');
}

/** A table as text: a line a row. Without columns to align, as the signets are still to come. */
export function formatLignes(table: Element, walk: Walk, builder: BlockTextBuilder): void {
  builder.openTable();
  for (const { children = [] } of listLignes(table)) {
    builder.openTableRow();
    for (const cellule of children.filter(({ name = '' }) => CELLULES.includes(name))) {
      builder.openTableCell();
      walk(cellule.children ?? [], builder);
      builder.closeTableCell();
    }
    builder.closeTableRow();
  }
  builder.closeTable({
    tableToString: (lignes) =>
      lignes
        .map(joinCellules)
        .filter((ligne) => ligne !== '')
        .join('\n'),
    leadingLineBreaks: 2,
    trailingLineBreaks: 2,
  });
}
