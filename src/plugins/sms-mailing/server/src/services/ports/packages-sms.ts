import type { PackageSms } from '../../../../core/package-sms';
import type { JourneePackage, MoisConsomme } from '../../../../core/suivi-packages';

export type PackageEnregistre = PackageSms & { id: number; documentId: string };

export interface PackageStore {
  /** First bought first. */
  list(): Promise<PackageEnregistre[]>;
  /** null documentId: a new one. null answer: there is none of that name. */
  save(documentId: string | null, saisi: PackageSms, now: Date): Promise<PackageEnregistre | null>;
  delete(documentId: string): Promise<void>;
}

export interface SuiviPackageStore {
  /** SMS sent per month of the zone since that day ('YYYY-MM-DD'); months without any are left out. */
  countParMois(depuis: string): Promise<MoisConsomme[]>;
  /** Credits held back by pending envois, those that leave by `soir` and the others. */
  countReserves(soir: Date): Promise<{ ceSoir: number; plusTard: number }>;
  /** What was drawn from a package and given back, day by day, newest first. */
  journal(packageDocumentId: string): Promise<JourneePackage[]>;
}
