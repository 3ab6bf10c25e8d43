import type { Base } from './base.mjs';
import type { Resume } from './index.mjs';

export function generateCrm(
  base: Base,
  options: {
    reference: string;
    entrepreneurs: number;
    actions: number;
    utilisateurs?: Record<string, { id: number }>;
  }
): Promise<Omit<Resume, 'comptes'>>;
