import type { Client } from 'pg';

export interface FicheSemee {
  id: number;
  documentId: string;
}

type ParNom = Record<string, FicheSemee>;

/** What was sown, by the guide's names (ODS « Activ'Créa lot 1 », entrepreneur `palmer`…). */
export interface Resume {
  reference: string;
  antennes: ParNom;
  equipes: ParNom;
  intervenants: ParNom;
  ods: ParNom;
  etapes: ParNom;
  ressources: ParNom;
  typesAction: ParNom;
  sites: ParNom;
  entrepreneurs: ParNom;
  actions: ParNom;
  contactsIndividuels: ParNom;
  entreprises: ParNom;
  contactsPartenaires: Record<string, FicheSemee[]>;
  /** Number of rows by content type (`entrepreneur`, `contact-individuel`…). */
  comptes: Record<string, number>;
}

export function seedCrm(
  client: Client,
  options: {
    reference: string;
    entrepreneurs?: number;
    actions?: number;
    utilisateurs?: Record<string, { id: number }>;
  }
): Promise<Resume>;
