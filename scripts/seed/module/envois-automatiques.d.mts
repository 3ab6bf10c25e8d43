/** Criteria name the CRM's lists as a reader sees them; `resolveCriteres` turns names into documentIds. */
export interface EnvoiAutomatiqueSeme {
  modele: string;
  delai: number;
  inactif?: boolean;
  criteres: Record<string, string | string[]>;
}

export const ENVOIS_AUTOMATIQUES: EnvoiAutomatiqueSeme[];
