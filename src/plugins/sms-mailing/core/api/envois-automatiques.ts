import { z } from 'zod';
import { confirmationShape } from '../campagne';
import { envoiAutomatiqueSchema, type EnvoiAutomatique } from '../envoi-automatique';
import { createDocumentIdSchema, documentIdSchema } from '../identifiant';
import { createJourSchema } from '../jour';
import type { MotifExclusion } from '../motif';
import { isPersonne, perimetreSchema, type Perimetre } from '../perimetre';
import type { Avertissement } from '../phrases-envoi-automatique';
import { versionLueSchema } from '../version-lue';

/** Guide §6 as the panel asks for it: bodies (schemas), answers (interfaces). */

/** Whom a rule may reach at most; null: all that its author holds, and of a rule that is changed, what it has. */
const perimetreChoisiSchema = perimetreSchema
  .refine((choisi) => !isPersonne(choisi), {
    error: 'Choisissez au moins une antenne, une équipe ou un référent.',
  })
  .nullable()
  .default(null);

/** POST /envois-automatiques; decision E7: without any criterion, it must be confirmed. */
export const saisieRegleSchema = z.object({
  regle: envoiAutomatiqueSchema,
  perimetre: perimetreChoisiSchema,
  sansCritereConfirme: z.boolean().default(false),
});

/** PUT /envois-automatiques/:documentId */
export const modificationRegleSchema = saisieRegleSchema.extend({ version: versionLueSchema });

/** POST /envois-automatiques/:documentId/dupliquer */
export const duplicationRegleSchema = z.object({ version: versionLueSchema });

/** POST /envois-automatiques/:documentId/inactif */
export const inactivationRegleSchema = z.object({
  version: versionLueSchema,
  inactif: z.boolean(),
  sansCritereConfirme: z.boolean().default(false),
});

/** Whom a rule reaches on one evening. */
export interface ComptesRegle {
  recevront: number;
  /** Match the rule but cannot be written to. */
  exclus: number;
  /** Already have the envoi of this rule for this action. */
  dejaPrevus: number;
}

/** A line of the table of guide §6.a. */
export interface LigneEnvoiAutomatique {
  documentId: string;
  version: number;
  regle: EnvoiAutomatique;
  modele: { documentId: string; nom: string; inactif: boolean };
  /** Of the ODS, étapes and types d'action of its criteria, by documentId. */
  noms: Record<string, string>;
  /** « Chaque soir à 19h, l'e-mail « Rappel » part aux participants … » */
  phrase: string;
  avertissements: Avertissement[];
  /** « Présence : Présent »: what it has of its own, when another sends its modèle at its délai; null: no other. */
  distinction: string | null;
  /** « antenne Arras, équipe Création »: whom it may reach at most; null: everybody. */
  perimetre: string | null;
  limite: Perimetre;
  /** By who asks: they hold at least as much. */
  modifiable: boolean;
  /** Null when the rule or its modele is inactive: nothing leaves. */
  ceSoir: ComptesRegle | null;
}

/** Two active rules reach the same persons for the same action the same evening. */
export interface ConflitRegles {
  action: { documentId: string; objet: string; date: string };
  personnes: number;
  /** documentIds of the rules. */
  regles: string[];
}

interface Nomme {
  id: number;
  nom: string;
}

/** What whoever asks may limit a rule to: what they hold themselves. */
export interface ChoixPerimetre {
  tout: boolean;
  antennes: Nomme[];
  equipes: Nomme[];
  intervenants: Nomme[];
}

/** GET /envois-automatiques */
export interface TableEnvoisAutomatiques {
  /** The next evening, 'YYYY-MM-DD'. */
  soir: string;
  /** Where the association is, 'YYYY-MM-DD'; after 19h the next evening is another day. */
  aujourdhui: string;
  /** 'HH:mm' of the evening run. */
  heure: string;
  phraseDepart: string;
  lignes: LigneEnvoiAutomatique[];
  /** The whole evening (decision G13): what campagnes and fiches have programmed, and what the rules add. */
  total: { programmes: number; automatiques: number };
  conflits: ConflitRegles[];
  choixPerimetre: ChoixPerimetre;
}

/** POST /envois-automatiques-apercu: the popup, before saving. `documentId`: the rule it changes; null: a new one. */
export const apercuRegleSchema = z.object({
  regle: envoiAutomatiqueSchema,
  perimetre: perimetreChoisiSchema,
  documentId: documentIdSchema.nullable().default(null),
});
export type DemandeApercuRegle = z.infer<typeof apercuRegleSchema>;

/** An active rule that writes to the same persons, for the same action, on the same evening. */
export interface MemeSoir {
  documentId: string;
  modele: string;
  /** Both would send this very modèle. */
  memeModele: boolean;
  /** Whom both reach on the next evening; 0: nobody then, some other evening. */
  personnes: number;
}

export interface ApercuRegle {
  phrase: string;
  avertissements: Avertissement[];
  soir: string;
  /** Date of the actions that the rule would look for that evening. */
  dateActions: string;
  /** As if the rule were active. */
  ceSoir: ComptesRegle;
  /** Those that reach most persons first. */
  memeSoir: MemeSoir[];
}

/** POST /envois-automatiques-essai: a dry run; null is every active rule. */
export const essaiSchema = z.object({
  regleDocumentId: documentIdSchema.nullable().default(null),
  soir: createJourSchema('Choisissez la date du soir à simuler.'),
});

/** One person of a dry run: what they would read, or why they would receive nothing. */
export interface LigneEssai {
  entrepreneurDocumentId: string;
  actionDocumentId: string;
  nom: string;
  action: string;
  actionDate: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  objet: string;
  texte: string;
  /** SMS that this message costs; 0 for an e-mail. */
  credits: number;
}

/** A participant of an action of that day whom a criterion of the rule leaves aside. */
export interface LigneEcartee {
  entrepreneurDocumentId: string;
  actionDocumentId: string;
  nom: string;
  action: string;
  actionDate: string;
  /** The first criterion that fails, both values said. */
  raison: string;
}

export interface EssaiRegle {
  documentId: string;
  modele: string;
  phrase: string;
  recevront: number;
  exclus: number;
  credits: number;
  lignes: LigneEssai[];
  /** Empty when every active rule was asked for. */
  ecartes: LigneEcartee[];
}

/** POST /envois-automatiques-pourquoi */
export const pourquoiSchema = z.object({
  entrepreneurDocumentId: createDocumentIdSchema('Choisissez une personne.'),
  actionDocumentId: createDocumentIdSchema('Choisissez une action.'),
});
export type Pourquoi = z.infer<typeof pourquoiSchema>;

/** What one rule did, or will do, for this person and this action. */
export interface ExplicationRegle {
  documentId: string;
  modele: string;
  phrase: string;
  /** The evening of this rule for this action, 'YYYY-MM-DD'. */
  soir: string;
  /**
   * `envoi`: there is one; `non_envoye`: there is one, which did not leave; `ecarte`: a criterion; `exclu`: the
   * address; `a_venir`, `apres_coup`: the date.
   */
  issue: 'envoi' | 'non_envoye' | 'ecarte' | 'exclu' | 'a_venir' | 'apres_coup';
  raison: string;
}

/** « Pourquoi Mme X ne l'a pas reçu ? » */
export interface Explication {
  personne: string;
  action: { objet: string; date: string };
  regles: ExplicationRegle[];
}

/** POST /envois-automatiques/:documentId/retirer: « Ne pas lui envoyer » (decision B11). */
export const retraitSchema = z.object({
  personnes: z
    .array(
      z.object({
        entrepreneurDocumentId: documentIdSchema,
        actionDocumentId: documentIdSchema,
      })
    )
    .min(1, { error: 'Choisissez au moins une personne.' })
    .max(200),
});
export type RetraitDuSoir = z.infer<typeof retraitSchema>;

/** POST /envois-automatiques/:documentId/executer */
export const executionSchema = z.object({ confirmation: confirmationShape.confirmation });

/** « Exécuter maintenant »: what left; `sansCredit`: for how many SMS were missing, their lines say so. */
export interface ResultatExecution {
  envois: number;
  sansCredit?: number;
}

/** POST /envois-automatiques-test: only these rules, only to fiches test (decision F13). */
export const envoiTestSchema = z.object({
  regleDocumentIds: z
    .array(documentIdSchema)
    .min(1, { error: 'Cochez au moins un envoi automatique à tester.' })
    .max(50),
});

export interface ResultatEnvoiTest {
  envois: number;
  regles: { documentId: string; modele: string; envois: number; phrase: string }[];
}
