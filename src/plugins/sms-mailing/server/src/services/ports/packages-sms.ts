import type { PackageSms } from '../../../../core/package-sms';

export type PackageEnregistre = PackageSms & { id: number; documentId: string };

export interface PackageStore {
  /** First bought first. */
  list(): Promise<PackageEnregistre[]>;
  /** null documentId: a new one. null answer: there is none of that name. */
  save(documentId: string | null, saisi: PackageSms, now: Date): Promise<PackageEnregistre | null>;
  delete(documentId: string): Promise<void>;
}
