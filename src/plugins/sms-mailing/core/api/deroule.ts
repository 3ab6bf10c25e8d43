import { z } from 'zod';
import { documentIdSchema } from '../identifiant';
import type { TypeContact } from '../vocabulaire';

/** The messages of one action, one after the other (guide §6, §8): sent, to come, missing. */

/**
 * Where one person stands at one step. `recu`: it left; `a_venir`: it will; `incertain`: it may have left; `annule`:
 * somebody took it away; `ecarte`: it is not for her; `manque`: it is, and will not come by itself.
 */
export type EtatJalon = 'recu' | 'a_venir' | 'incertain' | 'annule' | 'ecarte' | 'manque';

export interface PersonneJalon {
  documentId: string;
  nom: string;
  etat: EtatJalon;
  /** « Envoyé le 03/03/2022. », or why not. */
  raison: string;
  /** Enrolled since the others received it. */
  inscriteDepuis: boolean;
}

/** One message of the action. */
export interface Jalon {
  /** documentId of the rule that sends it; null: it was sent from the fiche. */
  regle: string | null;
  /** Days from the action; null: it was sent from the fiche. */
  delai: number | null;
  /** The day it left, or will: 'YYYY-MM-DD'. */
  jour: string;
  modele: string;
  /** Null: deleted since. */
  modeleDocumentId: string | null;
  typeContact: TypeContact;
  personnes: PersonneJalon[];
}

/** GET /actions/:documentId/deroule */
export interface Deroule {
  jalons: Jalon[];
}

/** POST /actions/:documentId/retirer: « Ne pas lui envoyer » (decision B11). */
export const retraitActionSchema = z.object({
  regle: documentIdSchema,
  entrepreneurDocumentId: documentIdSchema,
});
