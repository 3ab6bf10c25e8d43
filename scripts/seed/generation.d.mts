import type { Base } from './base.mjs';
import type { Resume } from './index.mjs';

export interface Calculs {
  etatCourriel: (adresse: string | null) => string;
  normaliseTelephone: (numero: string) => { e164: string; mobile: boolean } | null;
}

export function generateCrm(
  base: Base,
  options: {
    reference: string;
    entrepreneurs: number;
    actions: number;
    calculs: Calculs;
    utilisateurs?: Record<string, { id: number }>;
  }
): Promise<Omit<Resume, 'comptes'>>;
