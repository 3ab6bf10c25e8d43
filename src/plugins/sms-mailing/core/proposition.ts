import { z } from 'zod';
import { confirmationShape } from './campagne';
import { documentIdSchema } from './identifiant';
import { instantOf, localDate, localHeure } from './horaire';
import type { CleRegle } from './regle';
import { countLibres, type Remplissage } from './remplissage';
import type { Porte } from './reponse';

/** How long a place may be kept for one person, in hours. */
export const DELAIS_PROPOSITION = [2, 6, 24, 48, 72] as const;
export const DELAI_PROPOSE = 24;

/** POST /actions/:documentId/proposer */
export const demandePropositionSchema = z.object({
  entrepreneurDocumentId: documentIdSchema,
  modeleDocumentIds: z
    .array(documentIdSchema)
    .min(1, { error: 'Choisissez le message qui propose la place.' })
    .max(2),
  /** What leaves to her as soon as she accepts. */
  convocationDocumentIds: z.array(documentIdSchema).max(2).default([]),
  heures: z.literal(DELAIS_PROPOSITION, { error: 'Choisissez un délai de la liste.' }),
  ...confirmationShape,
  /** Two clicks on one window propose one place. */
  confirmation: z.uuid({ error: 'Rouvrez la fenêtre, puis confirmez de nouveau.' }),
});
export type DemandeProposition = z.infer<typeof demandePropositionSchema>;

/** POST /actions/:documentId/avant-envoi, of a message that would propose a place. */
export const placePrevueSchema = z.object({
  placeHeures: z.literal(DELAIS_PROPOSITION).nullable().default(null),
});

/** Until when it is kept. */
export interface PlaceProposee {
  expireLe: Date;
}

/** POST /actions/:documentId/reprendre-place */
export const reprisePlaceSchema = z.object({
  propositionId: z.int().positive().max(2_147_483_647),
});

/** `caduque`: she left the liste d'attente by another way. */
export type EtatProposition =
  'ouverte' | 'expiree' | 'acceptee' | 'refusee' | 'retiree' | 'caduque';

export type EtatConvocation = 'aucune' | 'a_envoyer' | 'envoyee' | 'impossible';

export interface PropositionLue {
  id: number;
  /** Of the entrepreneur. */
  documentId: string;
  nom: string;
  etat: EtatProposition;
  /** ISO 8601, as those below. */
  proposeeLe: string;
  expireLe: string;
  closeLe: string | null;
  /** '' when the account is no more. */
  par: string;
  convocation: EtatConvocation;
  /** Why the convocation did not leave. */
  detail: string | null;
}

/** GET /actions/:documentId/places */
export interface PlacesDAction {
  /** Null: no capacité, nobody need wait. */
  libres: number | null;
  /** Kept for who has not answered yet. */
  tenues: number;
  /** In the order in which they came. */
  attente: { documentId: string; nom: string; rang: number }[];
  /** The latest first; of each person, the last one. */
  propositions: PropositionLue[];
}

/** GET /places-liberees: an action to come, whose liste d'attente could move. */
export interface ActionLiberee {
  documentId: string;
  objet: string;
  /** 'YYYY-MM-DD' */
  date: string;
  /** 'HH:mm' */
  heureDebut: string | null;
  libres: number;
  tenues: number;
  attente: number;
  /** Who came first to the liste d'attente, within the périmètre. */
  premiere: string | null;
  /** Who let her place go by, without answering or by saying no, since the last one was proposed. */
  sansSuite: number;
}

/** The instant at which an action begins; one without an hour, when its day ends. */
export function debutOf(
  { date, heureDebut }: { date: string; heureDebut: string | null },
  zone: string
): Date {
  return instantOf(date, heureDebut ?? '23:59', zone);
}

/** Until when a place is kept: so many hours, and not beyond the action. */
export function limiteOf(now: Date, heures: number, debut: Date): Date {
  return new Date(Math.min(now.getTime() + heures * 3_600_000, debut.getTime()));
}

/** The same as a message says it: 'YYYY-MM-DDTHH:mm', wall clock of the association. */
export function sayLimite(limite: Date, zone: string): string {
  return `${localDate(limite, zone)}T${localHeure(limite, zone).slice(0, 5)}`;
}

/** What the base says when a place is about to be proposed. */
export interface EtatAvantProposition {
  porte: Porte;
  enAttente: boolean;
  dejaProposee: boolean;
  remplissage: Remplissage;
  tenues: number;
}

/** Why it may not be; null: it may. */
export function refusProposition(etat: EtatAvantProposition): CleRegle | null {
  if (etat.porte !== 'ouverte') {
    return 'place-trop-tard';
  }
  if (!etat.enAttente) {
    return 'place-hors-attente';
  }
  if (etat.dejaProposee) {
    return 'place-deja-proposee';
  }
  const libres = countLibres(etat.remplissage);
  return libres !== null && libres <= etat.tenues ? 'place-aucune' : null;
}
