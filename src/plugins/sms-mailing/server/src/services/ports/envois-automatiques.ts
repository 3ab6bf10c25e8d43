import type { ComptesRegle, ConflitRegles } from '../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique, FaitsParticipation } from '../../../../core/envoi-automatique';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type { Donnee } from '../../../../core/catalogue-signets';
import type { But, StatutEnvoi } from '../../../../core/vocabulaire';

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
}

/** One participant that a rule reaches on an evening, and why not if not. */
export interface Candidat {
  participationId: number;
  actionId: number;
  entrepreneurId: number;
  entrepreneurDocumentId: string;
  actionDocumentId: string;
  nom: string;
  actionObjet: string;
  actionDate: string;
  adresse: string | null;
  motif: MotifExclusion | null;
  /** The envoi of this rule for this very occurrence, when there is one: the evening adds no other. */
  statutExistant: StatutEnvoi | null;
  valeurs: (string | null)[];
}

export interface SauvegardeRegle {
  /** The rule that was read, and its version; null: a new one. */
  lue: { documentId: string; version: number } | null;
  regle: EnvoiAutomatique;
  modeleId: number;
  now: Date;
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
  /** Null answer: someone saved another version meanwhile, or it is gone. */
  save(sauvegarde: SauvegardeRegle): Promise<string | null>;
  delete(documentId: string): Promise<void>;
  /** Of ODS, étapes and types d'action, by documentId; one that no longer exists has none. */
  loadNoms(documentIds: readonly string[]): Promise<Record<string, string>>;
  /** Of these rules, by id, as if they were active. */
  countSoir(
    regles: readonly RegleEnregistree[],
    soir: string,
    perimetre: Perimetre
  ): Promise<Map<number, ComptesRegle>>;
  listConflits(
    regles: readonly RegleEnregistree[],
    soir: string,
    perimetre: Perimetre
  ): Promise<ConflitRegles[]>;
  /** Dry run: whom the rule reaches on an evening. Nothing is written. */
  candidats(regle: RegleEnregistree, options: OptionsCandidats): Promise<Candidat[]>;
  /** What the base says of participations, whatever the rules' criteria. */
  listFaits(choix: ChoixFaits): Promise<LigneFaits[]>;
}

/** The participations of the actions of a day, or those of one person in one action. */
export type ChoixFaits = { perimetre: Perimetre; limite: number } & (
  { date: string } | { entrepreneurDocumentId: string; actionDocumentId: string }
);

/** An envoi automatique of this person for this action, tests aside. */
export interface EnvoiDeRegle {
  regleId: number;
  /** For the date that the action has now, or for an earlier one. */
  cetteDate: boolean;
  statut: StatutEnvoi;
  motif: string | null;
  /** ISO 8601 */
  envoyeLe: string | null;
}

export interface LigneFaits {
  entrepreneurDocumentId: string;
  actionDocumentId: string;
  nom: string;
  actionObjet: string;
  /** When the person was enrolled. */
  inscriteLe: Date;
  faits: Omit<FaitsParticipation, 'dejaPrevenu'>;
  /** Names of the relations of `faits`, by documentId. */
  noms: Record<string, string>;
  /** The latest first. */
  envois: EnvoiDeRegle[];
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
  /** Decision F13: plans chosen rules, even inactive, for fiches test alone; keys of their own, so repeatable. */
  planTest(regleIds: readonly number[], planification: Planification): Promise<Map<number, number>>;
  /** Last evening opened, 'YYYY-MM-DD'; null on a new base. */
  lastSoiree(): Promise<string | null>;
  /** Programmed envois that were due by `avant` wait for `jusqua` and are marked « retardé » (decision F17). */
  postpone(avant: Date, jusqua: Date, now: Date): Promise<number>;
}
