import { z } from 'zod';
import { createDocumentIdSchema, documentIdSchema } from './identifiant';
import { typeContactSchema } from './vocabulaire';

/** Guide §6.b: J−60 to J+365; zero is the evening of the action (decision B4). */
const DELAI_MIN = -60;
const DELAI_MAX = 365;

export const natureActionSchema = z.enum(['Individuelle', 'Collective']);
export type NatureAction = z.infer<typeof natureActionSchema>;

export const modeInterventionSchema = z.enum([
  'Présentiel BGE',
  'A distance',
  'Présentiel partenaire',
  'Téléphone',
]);

/** Decision D11. */
export const presenceSchema = z.enum(['Non saisie', 'Présent', 'Absent', 'Absent excusé']);
export type Presence = z.infer<typeof presenceSchema>;

const documentIdsSchema = z.array(documentIdSchema).max(100).default([]);

/** Guide §6.c, decision E7: several values each (one is enough), empty lets everything pass. */
export const criteresSchema = z.object({
  natures: z.array(natureActionSchema).default([]),
  typesAction: documentIdsSchema,
  ods: documentIdsSchema,
  etapes: documentIdsSchema,
  modesIntervention: z.array(modeInterventionSchema).default([]),
  presences: z.array(presenceSchema).default([]),
  confirme: z.enum(['indifferent', 'oui', 'non']).default('indifferent'),
});
export type Criteres = z.infer<typeof criteresSchema>;

const delaiSchema = z
  .int({ error: 'Le délai d’envoi est un nombre entier de jours.' })
  .min(DELAI_MIN, { error: 'Le délai d’envoi ne peut pas dépasser 60 jours avant l’action.' })
  .max(DELAI_MAX, { error: 'Le délai d’envoi ne peut pas dépasser 365 jours après l’action.' });

/** Guide §6.c; type de contact, modèle and délai are required (decision E6). */
export const envoiAutomatiqueSchema = z.object({
  typeContact: typeContactSchema,
  modeleDocumentId: createDocumentIdSchema('Choisissez un modèle.'),
  /** Days after the action, negative before: −2 is J-2. */
  delai: delaiSchema,
  criteres: criteresSchema.prefault({}),
  inactif: z.boolean().default(false),
  /** Decision B6: who enrols after J−n still receives it, until the day before. */
  rattrapage: z.boolean().default(false),
  /** Decisions B7 and F19: an action that moves is announced again at its new J−n. */
  prevenirSiDateChange: z.boolean().default(true),
  /** Decision D10. */
  inclureListeAttente: z.boolean().default(false),
  /** Decision F15: one recap e-mail per action. */
  recapIntervenant: z.boolean().default(false),
});
export type EnvoiAutomatique = z.infer<typeof envoiAutomatiqueSchema>;

/** Decision E7: a rule that would reach the participants of every action must be confirmed. */
export function isSansCritere(criteres: Criteres): boolean {
  const { confirme, ...listes } = criteres;
  return confirme === 'indifferent' && Object.values(listes).every((liste) => liste.length === 0);
}

/**
 * Why a rule leaves a participation aside (guide §6.b), in the order in which it is explained. Which one holds
 * is decided where the evening is planned, in SQL (adapters/sql/cibles/regle.ts): nowhere else.
 */
export const CRITERES_ECARTE = [
  'action_annulee',
  'participation_annulee',
  'liste_attente',
  'nature',
  'type_action',
  'ods',
  'etape',
  'mode_intervention',
  'confirme',
  'presence',
  'date_changee',
  'hors_perimetre',
] as const;
export type CritereEcarte = (typeof CRITERES_ECARTE)[number];

/** What the base says of one participation, as its explanation names it; null where nothing is filled in. */
export const faitsSchema = z.object({
  nature: z.string().nullable(),
  typeAction: z.string().nullable(),
  ods: z.string().nullable(),
  etape: z.string().nullable(),
  modeIntervention: z.string().nullable(),
  presence: z.string().nullable(),
  /** When the person was enrolled; ISO 8601. */
  inscriteLe: z.string(),
});
export type FaitsParticipation = z.infer<typeof faitsSchema>;
