import { z } from 'zod';
import { PAGE_ECRITE } from '../page';
import type { Modalite, StatutEnvoi, TypeContact, TypeDestinataire } from '../vocabulaire';

/** GET …/historique of a fiche or of a modele. */
export const demandePageHistoriqueSchema = z.object({
  recherche: z.string().trim().max(120).default(''),
  ...PAGE_ECRITE,
});

/** Decision C5: by default only what left from this fiche Action; « toutes » adds every envoi linked to it. */
export const demandeHistoriqueActionSchema = demandePageHistoriqueSchema.extend({
  toutes: z.enum(['true', 'false']).default('false'),
});

/**
 * A line of the histories of guide §8.c and §9.c: « Statut de l'envoi » (libelleStatut), « Nom du modèle »,
 * « Origine de l'envoi » (LIBELLES_MODALITE), « Date d'envoi » (`envoyeLe`, only once sent).
 */
export interface LigneHistorique {
  documentId: string;
  statut: StatutEnvoi;
  motif: string | null;
  detail: string | null;
  modele: string;
  /** Null: deleted since. */
  modeleDocumentId: string | null;
  typeContact: TypeContact;
  origine: Modalite;
  destinataire: string;
  typeDestinataire: TypeDestinataire;
  /** Null: its fiche is no longer there. */
  destinataireDocumentId: string | null;
  /** Null: it is about no action. */
  actionDocumentId: string | null;
  adresse: string | null;
  prevuLe: string;
  envoyeLe: string | null;
  retarde: boolean;
}

export interface PageHistorique {
  total: number;
  lignes: LigneHistorique[];
}

/** GET /envois/:documentId/message: the message of an envoi as it left. `html` is '' for an SMS. */
export interface MessageArchive {
  destinataire: string;
  adresse: string | null;
  objet: string;
  html: string;
  texte: string;
}
