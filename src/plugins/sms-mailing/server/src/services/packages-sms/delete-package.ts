import { canDeletePackage } from '../../../../core/package-sms';
import { refuse } from '../../../../core/regle';
import type { PackageStore } from '../ports/packages-sms';

/** Guide §10: a package that has a journal stays, else the count of the SMS used would change. */
export async function deletePackage(packages: PackageStore, documentId: string): Promise<void> {
  const existait = await packages.delete(documentId, (lot) => {
    if (!canDeletePackage(lot)) {
      refuse('package-utilise');
    }
  });
  if (!existait) {
    refuse('package-introuvable');
  }
}
