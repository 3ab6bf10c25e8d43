import { z } from 'zod';
import type { Modalite, TypeContact } from '../vocabulaire';

/** How many days the statistics look back on, today included. */
export const DUREES_STATISTIQUES = ['7', '30', '90'] as const;
export type DureeStatistiques = (typeof DUREES_STATISTIQUES)[number];

/** GET /soiree/statistiques. */
export const demandeStatistiquesSchema = z.object({
  jours: z.enum(DUREES_STATISTIQUES, { error: 'Choisissez 7, 30 ou 90 jours.' }).default('30'),
});

/** Of one day, one type de contact and one modalité; days without any have no line. */
export interface LigneStatistiques {
  /** 'YYYY-MM-DD': the day for which they were due. */
  jour: string;
  typeContact: TypeContact;
  modalite: Modalite;
  envoyes: number;
  echecs: number;
  incertains: number;
}

export interface Statistiques {
  /** Both included, the last one today's. */
  du: string;
  au: string;
  lignes: LigneStatistiques[];
}
