import { canDeletePackage } from '../../../../core/package-sms';
import { refuse } from '../../../../core/regle';
import type { PackageStore } from '../ports/packages-sms';

/** Guide §10: a package that was drawn from stays, else the count of the SMS used would change. */
export async function deletePackage(packages: PackageStore, documentId: string): Promise<void> {
  const lot = (await packages.list()).find((ligne) => ligne.documentId === documentId);
  if (lot === undefined) {
    refuse('package-introuvable');
  }
  if (!canDeletePackage(lot)) {
    refuse('package-utilise');
  }
  await packages.delete(documentId);
}
