import { z } from 'zod';
import type { GenreExemplaire } from '../exemplaire';
import { codeSaisiSchema } from '../verification';
import { transportSchema, type Transport, type TypeDestinataire } from '../vocabulaire';

/** GET /exemplaires/preuve, POST /exemplaires/code: to the user's own address, or to this number. */
export const demandeCodeSchema = z.object({
  transport: transportSchema,
  numero: z.string().trim().max(30).nullable().default(null),
});
export type DemandeCode = z.infer<typeof demandeCodeSchema>;

/** GET /exemplaires/preuve */
export interface EtatPreuve {
  prouvee: boolean;
  vers: string;
}

export interface CodeEnvoye {
  vers: string;
  /** SMS debited from the packages. */
  credits: number;
}

/** POST /exemplaires/preuve: the code that came there. */
export const preuveSchema = demandeCodeSchema.extend({ code: codeSaisiSchema });
export type DemandePreuve = z.infer<typeof preuveSchema>;

/** GET /exemplaires: the journal, for Administrateurs. */
export const demandeJournalExemplairesSchema = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(10),
});
export type DemandeJournalExemplaires = z.infer<typeof demandeJournalExemplairesSchema>;

export interface LigneJournalExemplaire {
  id: number;
  demandeLe: Date;
  genre: GenreExemplaire;
  transport: Transport;
  /** Masked. */
  vers: string;
  /** Null: the application stopped before it knew. */
  issue: 'parti' | 'refuse' | null;
  modele: string | null;
  /** Empty once the account is gone. */
  auteur: string;
  typeDestinataire: TypeDestinataire | null;
  /** Null for a code, for an invented person, or once the fiche is gone. */
  personne: string | null;
}

export interface PageExemplaires {
  total: number;
  lignes: LigneJournalExemplaire[];
}
