import type { ConflitRegles } from '../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../../core/envoi-automatique';
import type { Perimetre } from '../../../../core/perimetre';
import type { But } from '../../../../core/vocabulaire';

/** A stored rule (guide §6). `modeleInactif`: shown in red, never sends. */
export interface RegleEnregistree {
  id: number;
  documentId: string;
  /** Changes at each save. */
  version: number;
  regle: EnvoiAutomatique;
  modeleId: number;
  modeleNom: string;
  modeleInactif: boolean;
  but: But;
  /** Decision E11: whom the rule may reach, frozen when it was made; a rule of before reaches everybody. */
  perimetre: Perimetre;
}

/** An active rule as the evening finds it; `lue` is null when what is stored can no longer be read. */
export interface RegleActive {
  id: number;
  modeleNom: string;
  lue: RegleEnregistree | null;
}

export interface SauvegardeRegle {
  /** The rule that was read, and its version; null: a new one. */
  lue: { documentId: string; version: number } | null;
  regle: EnvoiAutomatique;
  modeleId: number;
  perimetre: Perimetre;
  now: Date;
}

export interface RegleStore {
  /** Those that can be read. */
  list(): Promise<RegleEnregistree[]>;
  /** Active, with an active modèle; readable or not. */
  listActives(): Promise<RegleActive[]>;
  read(documentId: string): Promise<RegleEnregistree | null>;
  /** Null answer: someone saved another version meanwhile, or it is gone. */
  save(sauvegarde: SauvegardeRegle): Promise<string | null>;
  delete(documentId: string): Promise<void>;
  /** Of ODS, étapes and types d'action, by documentId; one that no longer exists has none. */
  loadNoms(documentIds: readonly string[]): Promise<Record<string, string>>;
  listConflits(
    regles: readonly RegleEnregistree[],
    soir: string,
    perimetre: Perimetre
  ): Promise<ConflitRegles[]>;
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

export interface ReportSoiree {
  avant: Date;
  jusqua: Date;
  /** Someone holds the evening back: what waits for them waits until then at least. */
  suspendue: boolean;
  now: Date;
}

export interface SoireeStore {
  /** Opens the evening and plans its envois automatiques in one transaction. */
  planSoiree(planification: Planification): Promise<ResultatSoiree>;
  /** The rules that the last evening left aside, again; answers what they wrote. */
  replanEcartees(planifier: (soir: string) => Planification | null): Promise<number>;
  /** What the evening will send, mailed in the morning when the setting asks for it; answers how many were added. */
  planDigest(): Promise<number>;
  /** Who took a place that was proposed to her receives her convocation; answers how many were seen to. */
  convoquer(): Promise<number>;
  /** Numbers of confirmations, notes of changes that nobody will use again. */
  purge(now: Date): Promise<void>;
  /** Last evening opened, and the rules it left aside; null on a new base. */
  lastSoiree(): Promise<{ soir: string; ecartees: readonly { regleId: number }[] } | null>;
  /** Programmed envois that were due by `avant` wait for `jusqua` and are marked « retardé » (decision F17). */
  postpone(report: ReportSoiree): Promise<number>;
  /** What waits since an evening that ended by `avant` is marked « retardé » (decision F17); how many were not yet. */
  markRetardes(avant: Date, now: Date): Promise<number>;
  /** When the oldest active rule was made; null: there is none. */
  premiereRegle(): Promise<Date | null>;
}
