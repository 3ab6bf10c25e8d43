interface Essayable {
  documentId: string;
  modele: { inactif: boolean };
}

/** What one comes to test (guide §6.d): the rule that has just been written first, the others as the table has them. */
export function orderEssais<L extends Essayable>(
  lignes: readonly L[],
  ecrite: string | null
): readonly L[] {
  const premiere = lignes.filter(({ documentId }) => documentId === ecrite);
  return [...premiere, ...lignes.filter(({ documentId }) => documentId !== ecrite)];
}

/** Ticked when the window opens: that rule, or the only one there is; a rule whose modèle is inactif cannot leave. */
export function tickEssais(lignes: readonly Essayable[], ecrite: string | null): readonly string[] {
  return lignes
    .filter(({ documentId }) => documentId === ecrite || lignes.length === 1)
    .filter(({ modele }) => !modele.inactif)
    .map(({ documentId }) => documentId);
}
