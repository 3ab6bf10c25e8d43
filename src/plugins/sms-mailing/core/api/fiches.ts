import { z } from 'zod';
import type { RefusDit } from '../accord';
import { confirmationShape } from '../campagne';
import { documentIdSchema, idSchema } from '../identifiant';
import type { MotifExclusion } from '../motif';
import type { OppositionDite } from './oppositions';
import type { SourceReponse } from '../reponse';
import type { But, TypeContact } from '../vocabulaire';
import type { PieceJointeDeposee } from './modeles';

/** Guide §8 and §9 as the panel asks for them. The panel reads the answers through `EnJson`. */

const modeleDocumentIds = z
  .array(documentIdSchema)
  .min(1, { error: 'Cochez au moins un modèle.' })
  .max(50);

const demandeSchema = z.object({
  modeleDocumentIds,
  /** « Envoyer quand même » to who has it already (decision C6). */
  force: z.boolean().default(false),
  /** Files of this send alone (guide §2.c), from POST /envois/pieces-jointes. */
  piecesJointes: z.array(idSchema).max(20).default([]),
  ...confirmationShape,
});

/** POST /entrepreneurs/:documentId/programmer and …/avant-envoi */
export const demandeEntrepreneurSchema = demandeSchema.extend({
  /** At the click (right `fiches.envoyer-maintenant`); by default this evening, as the guide has it. */
  maintenant: z.boolean().default(false),
});

/** POST /actions/:documentId/envoyer and …/avant-envoi */
export const demandeParticipantsSchema = demandeSchema.extend({
  /** Null: all the inscrits. */
  entrepreneurDocumentIds: z.array(documentIdSchema).max(1_000).nullable().default(null),
  inclureListeAttente: z.boolean().default(false),
  /** Decision F12: writing from a cancelled action asks first. */
  actionAnnuleeConfirmee: z.boolean().default(false),
});

/** GET …/fiche: « afficher tout » adds the modeles that cannot serve here, with the reason (decision E9). */
export const demandeFicheSchema = z.object({ tout: z.enum(['true', 'false']).default('false') });

/** A line of « Type et noms des modèles disponibles » (guide §8.b, §9.b). */
export interface ModeleDeFiche {
  documentId: string;
  nom: string;
  objet: string;
  typeContact: TypeContact;
  but: But;
  piecesJointes: number;
  /** It carries the link by which a participant answers. */
  porteLien: boolean;
  /** « Campagnes associées » */
  campagnes: number;
  /** Why it cannot be ticked; null when it can. */
  raison: string | null;
}

/** Where a person would be written to, by type of contact; the reason when nowhere. */
export type Destinations = Record<
  TypeContact,
  { adresse: string | null; motif: MotifExclusion | null }
>;

/** GET /entrepreneurs/:documentId/fiche: the whole first screen of guide §9. */
export interface FicheEntrepreneur {
  documentId: string;
  nom: string;
  /** For a message of suivi. */
  destinations: Destinations;
  phraseDepart: string;
  smsDisponibles: number | null;
  modeles: ModeleDeFiche[];
}

/** What a participant was told of the action, and is no longer so (decision G19). */
export type Ancien = 'date' | 'heure' | 'lieu' | 'annulation';

export interface ParticipantDeFiche {
  documentId: string;
  participationDocumentId: string;
  nom: string;
  statut: string;
  /** Null: no answer (decision G16). */
  confirme: boolean | null;
  confirmeSource: SourceReponse | null;
  /** ISO 8601 */
  confirmeLe: string | null;
  presence: string;
  /** Has received something about this action. */
  informe: boolean;
  anciens: Ancien[];
  destinations: Destinations;
}

/** What « Dupliquer » takes of an action beside what its page shows; fiches by documentId. */
export interface CopieAction {
  typeAction: string | null;
  ods: string | null;
  etape: string | null;
  etapeReferentiel: string | null;
  ressource: string | null;
  phaseMetier: string | null;
  modeIntervention: string | null;
  antenne: string | null;
  intervenants: string[];
}

/** Who will not come after all. */
export interface Desiste {
  documentId: string;
  nom: string;
  /** ISO 8601 */
  le: string;
}

/** GET /actions/:documentId/fiche: the whole first screen of guide §8. */
export interface FicheAction {
  documentId: string;
  objet: string;
  /** 'YYYY-MM-DD' */
  date: string;
  /** 'HH:mm' */
  heureDebut: string | null;
  heureFin: string | null;
  nature: string;
  /** As a message would write it. */
  lieu: string | null;
  siteDocumentId: string | null;
  animateurDocumentId: string | null;
  lienVisio: string | null;
  /** « Prénom NOM », who leads it first. */
  intervenants: string[];
  statut: string;
  annulee: boolean;
  /** Its day is over: nobody is warned of a change. */
  passee: boolean;
  participants: ParticipantDeFiche[];
  /** Who said by a link that they would not come. */
  desistes: Desiste[];
  /** « 2(0)/10 » (decision G15): inscrits, surbooking, capacité. */
  inscrits: number;
  surbookes: number;
  listeAttente: number;
  capacite: number | null;
  /** Places accepted over the capacité. */
  surbooking: number | null;
  copie: CopieAction;
  smsDisponibles: number | null;
  modeles: ModeleDeFiche[];
}

/** One person before the click: what they would receive, or why nothing. */
export interface LignePrevue {
  documentId: string;
  nom: string;
  /** Really used; null when `motif` says why there is none. */
  adresse: string | null;
  motif: MotifExclusion | null;
  /** What stopped it, when an opposition did. */
  opposition: OppositionDite | null;
  /** The tick that stops it, when a box does. */
  refus: RefusDit | null;
  /** SMS that this message costs. */
  credits: number;
  /** When this modele reached them within 30 days (decision C6): a warning, not a refusal. */
  recuLe: Date | null;
}

export interface ModelePrevu {
  documentId: string;
  nom: string;
  typeContact: TypeContact;
  depart: Date;
  /** « Partira immédiatement », « Partira ce soir à 19h00 » */
  phraseDepart: string;
  /** « Retenu : … »: why it would wait when its hour comes (decisions G3, G4); null: it leaves. */
  retenu: string | null;
  /** « part à tous les destinataires de ce modèle » (decision F8), openable. */
  piecesJointes: PieceJointeDeposee[];
  recevront: LignePrevue[];
  exclus: LignePrevue[];
  credits: number;
}

/** What the confirmation shows before anything is written (guide §8.b, §9.b; decisions C6, C11). */
export interface AvantEnvoi {
  /** « 3 modèles × 12 personnes = 36 messages » */
  phrase: string;
  messages: number;
  credits: number;
  smsDisponibles: number | null;
  avertissements: string[];
  modeles: ModelePrevu[];
  /** Of this send alone, on each of its messages; openable. */
  piecesJointes: PieceJointeDeposee[];
  /** Until when the place would be kept that this message proposes; null: it proposes none. */
  placeJusquA: Date | null;
}

/** One per modele ticked. */
export interface ProgrammationResultat {
  modele: string;
  /** Lines written, those that say why someone receives nothing included. */
  programmes: number;
  /** Those that leave to somebody. */
  messages: number;
  dejaProgrammes: number;
  credits: number;
  depart: Date;
  /** How long its author may still change their mind (decision F18); 0: it waits for the evening, or has left. */
  repentirSecondes: number;
  /** What POST /envois/annuler takes, while the sender may still change their mind (decision F18). */
  envoiDocumentIds: string[];
}

/** POST /envois/annuler */
export const annulationFicheSchema = z.object({
  envoiDocumentIds: z.array(documentIdSchema).min(1).max(1_000),
});

/** POST /envois/relancer: « Renvoyer aux échecs » (decision G20). */
export const relanceSchema = z.object({
  envoiDocumentIds: z
    .array(documentIdSchema)
    .min(1, { error: 'Choisissez au moins un échec.' })
    .max(1_000),
});
