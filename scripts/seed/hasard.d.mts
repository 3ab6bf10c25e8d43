export interface Hasard {
  int: (min: number, max: number) => number;
  chance: (probabilite: number) => boolean;
  pick: <T>(liste: readonly T[]) => T;
  weighted: <T>(poids: readonly (readonly [T, number])[]) => T;
  documentId: () => string;
}

export function createHasard(sujet: string): Hasard;
