import type { Modele } from './modele.mjs';

export type Colonne = [nom: string, sql: string];

export interface Base {
  count: (nomType: string) => number;
}

export function createBase(options: {
  modele: Modele;
  firstId: (table: string) => number;
  documentId: () => string;
  horodatage: string;
  write: (table: string, colonnes: Colonne[], valeurs: unknown[][]) => Promise<void>;
}): Base;
