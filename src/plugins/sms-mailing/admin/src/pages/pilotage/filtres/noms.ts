/** Names of the fiches that filters point at, by documentId. */
export type Noms = Readonly<Record<string, string>>;
