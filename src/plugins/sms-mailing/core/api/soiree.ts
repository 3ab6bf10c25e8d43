import { z } from 'zod';
import { createDocumentIdSchema, documentIdSchema, idSchema } from '../identifiant';
import { createJourSchema } from '../jour';
import type { MotifExclusion } from '../motif';
import { PAGE } from '../page';
import type { AgePrevision, OrigineSoiree } from '../prevision';
import type { CompteMotif } from '../soiree';
import { modaliteSchema, typeDestinataireSchema, type StatutEnvoi } from '../vocabulaire';

/** « Ce soir » as the panel asks for it: bodies (schemas), answers (interfaces). */

const soirSchema = createJourSchema('Choisissez un soir.');

/** GET /soiree/bilan, GET /soiree/oddites. Without `soir`: the next evening; for the account, the last one. */
export const demandeSoirSchema = z.object({ soir: soirSchema.nullable().default(null) });

/** GET /soiree. `frais`: counted now, for a window that asks before acting (decision G13). */
export const demandeSoireeSchema = demandeSoirSchema.extend({
  frais: z.enum(['true', 'false']).default('false'),
});

/** What one evening amounts to, as counted then. */
export interface CompteSoir extends AgePrevision {
  personnes: number;
  credits: number;
  exclus: number;
}

/** GET /soiree/semaine: one line an evening, the next one first; `compte` null: it is being counted. */
export interface LigneSemaine {
  soir: string;
  compte: CompteSoir | null;
}

/** POST /soiree/personnes: who is behind one line of an evening. */
export const demandePersonnesSchema = z.object({
  soir: soirSchema,
  modalite: modaliteSchema,
  typeDestinataire: typeDestinataireSchema,
  modeleDocumentId: createDocumentIdSchema('Choisissez un modèle.'),
  regle: documentIdSchema.nullable().default(null),
  campagneId: idSchema.nullable().default(null),
  /** Those who would receive, or those who would not. */
  exclus: z.boolean().default(false),
  ...PAGE,
});
export type DemandePersonnes = z.infer<typeof demandePersonnesSchema>;

export interface LignePersonne {
  nom: string;
  /** documentId of the fiche; null when it is gone. */
  fiche: string | null;
  adresse: string | null;
  motif: MotifExclusion | null;
  credits: number;
  action: { documentId: string; objet: string; date: string } | null;
  /** Its line of the queue, when it is written. */
  envoi: string | null;
}

export interface PagePersonnes {
  total: number;
  lignes: LignePersonne[];
}

/** POST /soiree/retirer: what will not leave that evening (decision B11). */
export const retraitSoireeSchema = z.discriminatedUnion('genre', [
  z.object({ genre: z.literal('regle'), soir: soirSchema, regle: documentIdSchema }),
  z.object({ genre: z.literal('campagne'), campagneId: idSchema }),
  z.object({
    genre: z.literal('envois'),
    envois: z.array(documentIdSchema).min(1, { error: 'Cochez au moins un message.' }).max(200),
  }),
  z.object({
    genre: z.literal('personne'),
    soir: soirSchema,
    regle: documentIdSchema,
    entrepreneurDocumentId: documentIdSchema,
    actionDocumentId: documentIdSchema,
  }),
]);
export type RetraitSoiree = z.infer<typeof retraitSoireeSchema>;

export interface ResultatRetrait {
  retires: number;
  /** Too late for those: on the wire, or gone. */
  dejaPris: number;
}

/** POST /soiree/relancer: « Renvoyer aux échecs » of one evening. */
export const relanceSoireeSchema = z.object({ soir: soirSchema });

/** The statuts of the account, in the order in which it shows them. */
export const STATUTS_BILAN = [
  'envoye',
  'echec',
  'incertain',
  'exclu',
  'annule',
  'programme',
] as const satisfies readonly StatutEnvoi[];
export type StatutBilan = (typeof STATUTS_BILAN)[number];
export type ComptesBilan = Record<StatutBilan, number>;

/** What became of one campagne, one rule or one modèle of the fiches. */
export interface LigneBilan extends OrigineSoiree {
  comptes: ComptesBilan;
  /** SMS debited. */
  credits: number;
}

/** GET /soiree/bilan: an evening that has begun, and what became of it. */
export interface BilanSoiree {
  /** 'YYYY-MM-DD' */
  soir: string;
  /** Where the association is, 'YYYY-MM-DD'. */
  aujourdhui: string;
  /** Something of it still waits, or is on the wire. */
  enCours: boolean;
  comptes: ComptesBilan;
  /** On the wire at this moment; among `programme`. */
  enVol: number;
  credits: number;
  /** ISO 8601: the first and the last to leave. */
  premierLe: string | null;
  dernierLe: string | null;
  lignes: LigneBilan[];
  exclus: CompteMotif[];
  /** Modèles of the rules that could not be planned. */
  nonProgrammees: string[];
}
