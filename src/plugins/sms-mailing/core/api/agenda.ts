import { z } from 'zod';
import { createJourSchema } from '../jour';
import type { Reference } from './references';

/** Six weeks fill a page of the month; twice that is not an agenda any more. */
const JOURS_MAX = 84;
const JOUR_MS = 86_400_000;

/** Whose agenda, as the address of the page says it: « moi », « tous », « intervenant:… », « equipe:… ». */
const quiSchema = z
  .string()
  .regex(/^(?:moi|tous|(?:intervenant|equipe):[\w-]{1,64})$/, {
    error: 'Choisissez un intervenant ou une équipe de la liste.',
  })
  .transform((qui) => {
    const [genre = '', documentId = ''] = qui.split(':');
    return { genre: genre as 'moi' | 'tous' | 'intervenant' | 'equipe', documentId };
  });

/** GET /agenda: from the first day to the last, which it leaves out. */
export const demandeAgendaSchema = z
  .strictObject({
    debut: createJourSchema('Donnez le premier jour.'),
    fin: createJourSchema('Donnez le dernier jour.'),
    qui: quiSchema,
  })
  .refine(
    ({ debut, fin }) => {
      const duree = (Date.parse(fin) - Date.parse(debut)) / JOUR_MS;
      return duree > 0 && duree <= JOURS_MAX;
    },
    { path: ['fin'], error: `Entre un jour et ${String(JOURS_MAX)} jours après le premier.` }
  );
export type DemandeAgenda = z.infer<typeof demandeAgendaSchema>;

export interface ActionAgenda {
  documentId: string;
  objet: string;
  /** 'YYYY-MM-DD'. */
  date: string;
  /** 'HH:MM', where the association is; null: the day alone is known. */
  heureDebut: string | null;
  heureFin: string | null;
  lieu: string | null;
  nature: string;
  annulee: boolean;
  /** Nom prénom, the animateur first. */
  intervenants: string[];
  inscrits: number;
  capacite: number | null;
}

export interface Agenda {
  actions: ActionAgenda[];
  /** There were more than one answer holds. */
  coupee: boolean;
  intervenants: Reference[];
  equipes: Reference[];
  /** The intervenant that the user is; null: none bears this account, « moi » shows everybody. */
  moi: string | null;
}

export interface ParticipantAgenda {
  documentId: string;
  nom: string;
  statut: string;
  /** Null: no answer. */
  confirme: boolean | null;
  presence: string;
}

/** GET /agenda/:documentId. */
export interface ActionOuverte extends ActionAgenda {
  typeAction: string | null;
  modeIntervention: string | null;
  lienVisio: string | null;
  participants: ParticipantAgenda[];
}
