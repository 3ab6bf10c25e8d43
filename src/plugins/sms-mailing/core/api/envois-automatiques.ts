import { z } from 'zod';
import { envoiAutomatiqueSchema, type EnvoiAutomatique } from '../envoi-automatique';

/** Guide §6 as the panel asks for it: bodies (schemas), answers (interfaces). */

/** How many persons a rule reaches on an evening, and how many it would have but for a motif. */
export interface CompteSoir {
  recevront: number;
  exclus: number;
}

/** A line of the table of guide §6.a. Counts hold for an inactive rule too: what it would do if it were not. */
export interface LigneEnvoiAutomatique {
  documentId: string;
  regle: EnvoiAutomatique;
  modele: { nom: string; inactif: boolean };
  compte: CompteSoir;
}

/** GET /envois-automatiques */
export interface EnvoisAutomatiques {
  /** The evening that the counts are about, 'YYYY-MM-DD'. */
  soir: string;
  /** It is today: « ce soir », else « demain soir ». */
  ceSoir: boolean;
  /** 'HH:mm' of the evening run. */
  heure: string;
  lignes: LigneEnvoiAutomatique[];
}

export interface Reference {
  documentId: string;
  nom: string;
}

/** GET /envois-automatiques-options: what the criteria point to. */
export interface OptionsEnvoiAutomatique {
  typesAction: Reference[];
  ods: Reference[];
  /** `ods`: the ODS it belongs to. */
  etapes: (Reference & { ods: string | null })[];
}

/** POST /envois-automatiques-compte: a rule under the pen; `documentId` when it is already saved. */
export const demandeCompteSchema = z.object({
  documentId: z.string().min(1).nullable().default(null),
  regle: envoiAutomatiqueSchema,
});
export type DemandeCompte = z.infer<typeof demandeCompteSchema>;
