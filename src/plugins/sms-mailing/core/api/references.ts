/** GET /references: what the filters of guide §7.b and the popup of guide §6.c choose among. */
export interface Reference {
  documentId: string;
  nom: string;
}

export interface References {
  antennes: Reference[];
  equipes: Reference[];
  /** « Référent entrepreneur »: PRENOM NOM. */
  referents: Reference[];
  ods: Reference[];
  /** Cascading: those of the ODS chosen. */
  etapes: (Reference & { odsDocumentId: string | null })[];
  ressources: Reference[];
  typesAction: Reference[];
  sites: Reference[];
}
