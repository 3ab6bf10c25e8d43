/** A relation, as the Content Manager takes it. */
export function relie(documentId: string | null): { set: { documentId: string }[] } {
  return { set: documentId === null ? [] : [{ documentId }] };
}
