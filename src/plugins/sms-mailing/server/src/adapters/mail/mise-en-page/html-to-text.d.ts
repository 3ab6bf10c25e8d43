/** The package ships no types (10.0.1): what version-texte.ts and lignes-tableau.ts use of it. */
declare module 'html-to-text' {
  export interface Element {
    type: string;
    name?: string;
    attribs: Record<string, string | undefined>;
    children?: Element[];
  }
  export interface BlockTextBuilder {
    addInline(texte: string): void;
    openTable(): void;
    openTableRow(): void;
    openTableCell(): void;
    closeTableCell(): void;
    closeTableRow(): void;
    closeTable(options: {
      tableToString: (lignes: { text: string }[][]) => string;
      leadingLineBreaks: number;
      trailingLineBreaks: number;
    }): void;
  }
  export type Walk = (elements: Element[], builder: BlockTextBuilder) => void;
  interface Selecteur {
    selector: string;
    format?: string;
    options?: Record<string, unknown>;
  }
  export function convert(
    html: string,
    options: {
      wordwrap: number | false;
      formatters?: Record<
        string,
        (element: Element, walk: Walk, builder: BlockTextBuilder) => void
      >;
      selectors: Selecteur[];
    }
  ): string;
}
