import type { LigneAccord } from './accord';
import type { LigneHistorique } from './api/historique';
import type { CoordonneeOpposee } from './api/oppositions';

/** What the fiche says, in the words of its form. */
export interface Rubrique {
  titre: string;
  /** One table a row: label and value. */
  fiches: readonly (readonly (readonly [libelle: string, valeur: string])[])[];
}

/** An envoi, and its text as it left; null: not sent, or kept long enough (docs/adr/0024). */
export type EnvoiDuDossier = LigneHistorique & {
  message: { objet: string; texte: string } | null;
};

/** RGPD, art. 15 and 20: all that is kept of one person. */
export interface Dossier {
  nom: string;
  exporteLe: string;
  rubriques: readonly Rubrique[];
  envois: readonly EnvoiDuDossier[];
  accords: readonly LigneAccord[];
  oppositions: readonly CoordonneeOpposee[];
}
