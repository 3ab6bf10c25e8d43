/** The package ships no types (10.0.1): what version-texte.ts uses of it. */
declare module 'html-to-text' {
  interface Element {
    attribs: Record<string, string | undefined>;
  }
  interface BlockTextBuilder {
    addInline(texte: string): void;
  }
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
        (element: Element, walk: unknown, builder: BlockTextBuilder) => void
      >;
      selectors: Selecteur[];
    }
  ): string;
}
