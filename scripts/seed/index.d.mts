import type { Client } from 'pg';

export interface FicheSemee {
  id: number;
  documentId: string;
}

export interface Resume {
  reference: string;
  entrepreneurs: Record<string, FicheSemee>;
  actions: Record<string, FicheSemee>;
  ods: Record<string, FicheSemee>;
  comptes: Record<string, number>;
}

export function seedCrm(
  client: Client,
  options: { reference: string; entrepreneurs?: number; actions?: number }
): Promise<Resume>;
