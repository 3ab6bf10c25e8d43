import { z } from 'zod';
import { addDays, targetDate } from './horaire';
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
export type ModeIntervention = z.infer<typeof modeInterventionSchema>;

/** Decision D11. */
export const presenceSchema = z.enum(['Non saisie', 'Présent', 'Absent', 'Absent excusé']);
export type Presence = z.infer<typeof presenceSchema>;

const documentIdsSchema = z.array(z.string().min(1)).max(100).default([]);

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
  modeleDocumentId: z.string().min(1, { error: 'Choisissez un modèle.' }),
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

/** What the base says of one participation; relations are documentIds. */
export interface FaitsParticipation {
  action: {
    /** 'YYYY-MM-DD' */
    date: string;
    statut: 'Planifiée' | 'Réalisée' | 'Annulée' | null;
    nature: NatureAction | null;
    typeAction: string | null;
    ods: string | null;
    etape: string | null;
    modeIntervention: ModeIntervention | null;
  };
  statut: 'Inscrit' | "Liste d'attente" | 'Annulé' | null;
  confirme: boolean | null;
  presence: Presence | null;
  /** An envoi of this rule to this person for this action: of this very date, only of another, or none. */
  dejaPrevenu: 'non' | 'cette_date' | 'autre_date';
}

type Ecarte = (regle: EnvoiAutomatique, faits: FaitsParticipation, today: string) => boolean;

function isHors<T>(acceptes: readonly T[], valeur: T | null): boolean {
  return acceptes.length > 0 && (valeur === null || !acceptes.includes(valeur));
}

/** J−n at its exact evening; with rattrapage also later, until the day before the action (decisions B3, B6). */
function isDateVisee(
  regle: Pick<EnvoiAutomatique, 'delai' | 'rattrapage'>,
  date: string,
  today: string
): boolean {
  const visee = targetDate(today, regle.delai);
  return date === visee || (regle.rattrapage && date < visee && date >= addDays(today, 1));
}

/** In the order in which a refusal is explained: the rule, the action, the person, the date, the criteria. */
const ECARTS = {
  regle_inactive: (regle) => regle.inactif,
  action_annulee: (_, { action }) => action.statut === 'Annulée',
  participation_annulee: (_, { statut }) => statut === 'Annulé',
  liste_attente: (regle, { statut }) => statut === "Liste d'attente" && !regle.inclureListeAttente,
  nature: ({ criteres }, { action }) => isHors(criteres.natures, action.nature),
  type_action: ({ criteres }, { action }) => isHors(criteres.typesAction, action.typeAction),
  ods: ({ criteres }, { action }) => isHors(criteres.ods, action.ods),
  etape: ({ criteres }, { action }) => isHors(criteres.etapes, action.etape),
  mode_intervention: ({ criteres }, { action }) =>
    isHors(criteres.modesIntervention, action.modeIntervention),
  confirme: ({ criteres }, { confirme }) =>
    criteres.confirme !== 'indifferent' && (criteres.confirme === 'oui') !== (confirme === true),
  presence: ({ criteres }, { presence }) => isHors(criteres.presences, presence ?? 'Non saisie'),
  delai: (regle, { action }, today) => !isDateVisee(regle, action.date, today),
  deja_prevenu: (_, { dejaPrevenu }) => dejaPrevenu === 'cette_date',
  date_changee: (regle, { dejaPrevenu }) =>
    dejaPrevenu === 'autre_date' && !regle.prevenirSiDateChange,
} satisfies Readonly<Record<string, Ecarte>>;

export type CritereEcarte = keyof typeof ECARTS;

export type Correspondance = { ok: true } | { ok: false; critere: CritereEcarte };

/**
 * Guide §6.b « la même vérification automatique »: does this rule write to this participation this evening?
 * If not, the first reason, which the dry run and « Pourquoi cette personne ne l'a pas reçu ? » explain.
 * Whether the person can be reached is `sqlDestinataires`' affair.
 */
export function matchParticipation(
  regle: EnvoiAutomatique,
  faits: FaitsParticipation,
  today: string
): Correspondance {
  const cles = Object.keys(ECARTS) as CritereEcarte[];
  const critere = cles.find((cle) => ECARTS[cle](regle, faits, today));
  return critere === undefined ? { ok: true } : { ok: false, critere };
}
