import { z } from 'zod';
import { GENRES_ACTE, type GenreActe } from '../acte';
import { createJourSchema } from '../jour';
import { PAGE_ECRITE } from '../page';

const texte = z.string().trim().max(120).default('');
const jour = createJourSchema('Saisissez une date.');

const FILTRES = {
  recherche: texte,
  auteur: texte,
  genre: z.enum(Object.keys(GENRES_ACTE) as [GenreActe, ...GenreActe[]]).optional(),
  /** Of the association's zone, both included. */
  du: jour.optional(),
  au: jour.optional(),
};

/** GET /journal */
export const demandeActesSchema = z.object({ ...FILTRES, ...PAGE_ECRITE });
export type DemandeActes = z.infer<typeof demandeActesSchema>;

/** GET /journal-csv */
export const exportActesSchema = z.object(FILTRES);

export interface LigneActe {
  id: string;
  survenuLe: Date;
  auteur: string;
  genre: GenreActe;
  phrase: string;
  /** Of whom it was: as her fiche is named today; null: of nobody, or of someone erased since. */
  personne: string | null;
  /** Of a fiche that has a page here. */
  personneType: 'entrepreneur' | 'contact_individuel' | null;
  personneDocumentId: string | null;
}

export interface PageActes {
  total: number;
  lignes: LigneActe[];
}
