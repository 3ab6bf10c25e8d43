import type { LignePackage, PackageSms } from '../../../../core/package-sms';
import type { Consommation, LigneJournalPackage } from '../../../../core/suivi-packages';

/** What a person changes of a package; « consommés » changes with the line that says why, or not at all. */
export type ChangementPackage =
  | Pick<PackageSms, 'dateAchat' | 'achetes'>
  | {
      consommes: number;
      correction: { credits: number; raison: string; auteurId: number };
    };

export interface PackageStore {
  /** First bought first. */
  list(): Promise<LignePackage[]>;
  add(saisi: PackageSms, now: Date): Promise<LignePackage>;
  /** Read, decided and written under a lock: no SMS is debited between. Null: there is none of that name. */
  change(
    documentId: string,
    decide: (lot: LignePackage) => ChangementPackage,
    now: Date
  ): Promise<LignePackage | null>;
  /** Under the same lock; false: there is none of that name. */
  delete(documentId: string, check: (lot: LignePackage) => void): Promise<boolean>;
}

export interface SuiviPackageStore {
  /** By month of the zone since that day ('YYYY-MM-DD'), those without any left out; and what was used besides. */
  countConsommes(depuis: string): Promise<Consommation>;
  /** Credits held back by pending envois, those that leave by `soir` and the others. */
  countReserves(soir: Date): Promise<{ ceSoir: number; plusTard: number }>;
  /** What was drawn from a package and given back, day by day, and each correction; newest first. */
  journal(packageDocumentId: string): Promise<LigneJournalPackage[]>;
}
