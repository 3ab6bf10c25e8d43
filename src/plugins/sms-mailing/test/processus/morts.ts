import { createHasard } from '../../../../../scripts/seed/hasard.mjs';

/** Where a worker kills itself: at the `rang`th statement sent, answer read, or message handed over. */
export interface Mort {
  quoi: 'requete' | 'reponse' | 'remise';
  rang: number;
}

const QUOI = ['requete', 'reponse', 'remise'] as const;
export const RANG_MAX = 80;

/** `GRAINE`, printed by an earlier run, plays its deaths again. */
export function drawGraine(): string {
  return process.env.GRAINE ?? String(Math.floor(Math.random() * 1e9));
}

/** Each kind of death in turn. */
export function drawMorts(graine: string, nombre: number): Mort[] {
  const hasard = createHasard(`morts/${graine}`);
  return Array.from({ length: nombre }, (_, i) => ({
    quoi: QUOI[i % QUOI.length]!,
    rang: hasard.int(1, RANG_MAX),
  }));
}
