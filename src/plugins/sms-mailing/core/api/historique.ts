import { z } from 'zod';
import type { BilanCampagne } from '../campagne';
import { groupeEnvoisSchema } from '../groupe-envois';
import type { MotifExclusion } from '../motif';
import { PAGE_ECRITE } from '../page';
import type { Modalite, StatutEnvoi, TypeContact, TypeDestinataire } from '../vocabulaire';
import type { PieceJointeDeposee } from './modeles';

/** GET …/historique of a fiche or of a modele. */
export const demandePageHistoriqueSchema = z.object({
  recherche: z.string().trim().max(120).default(''),
  ...PAGE_ECRITE,
});

/**
 * GET /actions/:documentId/vagues. Decision C5: by default only what left from this fiche Action; « toutes » adds every
 * envoi linked to it.
 */
export const demandeVaguesSchema = demandePageHistoriqueSchema.extend({
  toutes: z.enum(['true', 'false']).default('false'),
});

/** GET /actions/:documentId/historique: the same a person a line, or those of one vague. */
export const demandeHistoriqueActionSchema = demandeVaguesSchema.extend({
  vague: z
    .string()
    .regex(/^[a-z_]+(\.\d+){2,3}$/u, { error: 'Cet envoi est introuvable : rechargez la page.' })
    .max(80)
    .optional(),
});

/** GET /campagnes/:id/envois and its CSV: an envoi a line, of one onglet. */
export const demandeEnvoisCampagneSchema = demandePageHistoriqueSchema.extend({
  groupe: groupeEnvoisSchema.default('tous'),
});
export type DemandeEnvoisCampagne = z.infer<typeof demandeEnvoisCampagneSchema>;

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
  /** Null: of no campagne. */
  campagneId: number | null;
  /** Really used; null before it leaves. */
  adresse: string | null;
  /** As long as it is programmed: the address that would serve now, or why none would (guide §2.d). */
  prevue: { adresse: string | null; motif: MotifExclusion | null } | null;
  prevuLe: string;
  envoyeLe: string | null;
  /** When its outcome was known, whatever it is; null while it has none. */
  termineLe: string | null;
  retarde: boolean;
}

export interface PageHistorique {
  total: number;
  lignes: LigneHistorique[];
}

/** What a click, an evening or a campagne wrote of one modèle about an action: one line, opening to its persons. */
export interface LigneVague extends Pick<
  LigneHistorique,
  'modele' | 'modeleDocumentId' | 'typeContact' | 'origine' | 'prevuLe' | 'envoyeLe'
> {
  cle: string;
  bilan: BilanCampagne;
  /** « Retenu : … », of those that are held; null: none is. */
  retenu: string | null;
}

export interface PageVagues {
  total: number;
  lignes: LigneVague[];
}

/** GET /envois/:documentId/message: the message of an envoi as it left. `html` is '' for an SMS. */
export interface MessageArchive {
  destinataire: string;
  adresse: string | null;
  objet: string;
  html: string;
  texte: string;
  /** Those of the modèle then those of this send, from GET /envois/:documentId/pieces-jointes/:id. */
  piecesJointes: PieceJointeDeposee[];
}
