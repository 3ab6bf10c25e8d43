interface LigneDePage {
  /** How many were found in all, on every line. */
  total: number;
  /** Null on the one line that stands for an empty page. */
  documentId: string | null;
}

/** A page as its statement answers it: the total, and the lines that are some. */
export function toPage<Ligne extends LigneDePage, Lue>(
  lignes: readonly Ligne[],
  toLigne: (ligne: Omit<Ligne, 'total'>) => Lue
): { total: number; lignes: Lue[] } {
  return {
    total: lignes[0]?.total ?? 0,
    lignes: lignes
      .filter(({ documentId }) => documentId !== null)
      .map(({ total: _total, ...ligne }) => toLigne(ligne)),
  };
}
