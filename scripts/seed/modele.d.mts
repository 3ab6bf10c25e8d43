/** Opaque to its readers: what `createBase` needs to know of the schemas. */
export type Modele = Record<string, { table: string }>;

export function readModele(): Modele;
