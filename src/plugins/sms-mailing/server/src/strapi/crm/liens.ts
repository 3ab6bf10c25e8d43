/** What an update says of a relation, whatever the form: `12`, `'abc'`, `{ id }`, `{ connect: […], disconnect: […] }`. */
export interface Liens {
  ids: number[];
  documentIds: string[];
  /** The others are let go. */
  remplace: boolean;
}

export function readLiens(valeur: unknown): Liens {
  const liens: Liens = { ids: [], documentIds: [], remplace: false };
  collect(valeur, liens);
  const { connect, disconnect, set } = (
    typeof valeur === 'object' && valeur !== null ? valeur : {}
  ) as Record<string, unknown>;
  const partiel = connect !== undefined || disconnect !== undefined;
  return { ...liens, remplace: valeur !== undefined && (set !== undefined || !partiel) };
}

function collect(valeur: unknown, liens: Liens): void {
  if (typeof valeur === 'number') {
    liens.ids.push(valeur);
  } else if (typeof valeur === 'string') {
    liens.documentIds.push(valeur);
    if (/^\d{1,9}$/.test(valeur)) {
      liens.ids.push(Number(valeur));
    }
  } else if (Array.isArray(valeur)) {
    valeur.forEach((un) => {
      collect(un, liens);
    });
  } else if (typeof valeur === 'object' && valeur !== null) {
    const { id, documentId, connect, disconnect, set } = valeur as Record<string, unknown>;
    [documentId ?? id, connect, disconnect, set].forEach((un) => {
      collect(un, liens);
    });
  }
}
