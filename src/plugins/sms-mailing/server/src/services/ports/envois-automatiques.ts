import type { EnvoiAutomatique } from '../../../../core/envoi-automatique';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type { Donnee } from '../../../../core/catalogue-signets';
import type { But } from '../../../../core/vocabulaire';

/** A stored rule (guide §6). `modeleInactif`: shown in red, never sends. */
export interface RegleEnregistree {
  id: number;
  documentId: string;
  regle: EnvoiAutomatique;
  modeleId: number;
  modeleNom: string;
  modeleInactif: boolean;
  but: But;
}

/** One participant that a rule reaches on an evening, and why not if not. */
export interface Candidat {
  participationId: number;
  actionId: number;
  entrepreneurId: number;
  nom: string;
  actionObjet: string;
  actionDate: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  dejaEnvoye: boolean;
  valeurs: (string | null)[];
}

export interface OptionsCandidats {
  /** The evening, 'YYYY-MM-DD' local. */
  soir: string;
  donnees: readonly Donnee[];
  perimetre: Perimetre;
  limite: number;
}

export interface RegleStore {
  list(): Promise<RegleEnregistree[]>;
  read(documentId: string): Promise<RegleEnregistree | null>;
  save(
    documentId: string | null,
    regle: EnvoiAutomatique,
    modeleId: number,
    now: Date
  ): Promise<string>;
  delete(documentId: string): Promise<void>;
  /** Dry run: whom the rule reaches on an evening. Nothing is written. */
  candidats(regle: RegleEnregistree, options: OptionsCandidats): Promise<Candidat[]>;
}

export interface Planification {
  soir: string;
  /** When the envois planned may leave. */
  depart: Date;
  retarde: boolean;
  now: Date;
}

export interface ResultatSoiree {
  /** False when another instance (or « Exécuter maintenant » for the evening) has already opened it. */
  ouverte: boolean;
  envois: number;
  /** Ids of the rules that could not be planned: the others were. */
  ecartees: number[];
}

export interface SoireeStore {
  /** Opens the evening and plans its envois automatiques in one transaction. */
  planSoiree(planification: Planification): Promise<ResultatSoiree>;
  /** Plans one rule now, same keys: the evening repeats nothing (decision E8). */
  planRegle(regleId: number, planification: Planification): Promise<number>;
  /** Last evening opened, 'YYYY-MM-DD'; null on a new base. */
  lastSoiree(): Promise<string | null>;
  /** Programmed envois that were due by `avant` wait for `jusqua` and are marked « retardé » (decision F17). */
  postpone(avant: Date, jusqua: Date, now: Date): Promise<number>;
}
