import type { Exemple } from '../mutations';
import type { Reperes } from '../reperes';
import type { z } from 'zod';

/** Stands for the version that the base has when the request leaves. */
export const VERSION = 1_000_001;
export interface ExempleModule extends Exemple {
  /** What the route reads its body by, or its query when it has no body: the example must hold every field. */
  schema?: z.ZodType;
  /** The row whose version the request sends. */
  table?: string;
}

/** By « METHODE /chemin ». */
export type Exemples = Readonly<Record<string, (r: Reperes) => ExempleModule>>;

export const CONFIRMATION = { confirmation: '5e0b6f0c-3f6f-4b8e-9b0a-2b1c9f6f3a11', creditsLus: 1 };

export const PAGE = { recherche: 'palmer', page: '1', pageSize: '10' };

export const INCONNU = { documentId: 'inconnu' };

/** The address of an example of this route, as it is asked. */
export function adresseOf(route: string, { params = {}, query }: Exemple): string {
  const adresse = route.replace(/(?<=\/):(\w+)/g, (_, nom: string) => params[nom] ?? '');
  return query === undefined ? adresse : `${adresse}?${String(new URLSearchParams(query))}`;
}
