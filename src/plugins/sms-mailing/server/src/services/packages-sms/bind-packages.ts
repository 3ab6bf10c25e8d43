import type { CorrectionPackage, ModificationPackage } from '../../../../core/package-sms';
import type { Stores } from '../ports/stores';
import { correctPackage, modifyPackage, type ChangementDemande } from './change-package';
import { createSoireeDeps } from '../soiree/create-plan-deps';
import { deletePackage } from './delete-package';
import { countPackages } from './count-packages';
import { describeSuivi } from './describe-suivi';

/** Guide §10. */
export function bindPackages(stores: Stores) {
  const { packages } = stores;
  return {
    modifyPackage: (demande: ChangementDemande<ModificationPackage>) =>
      modifyPackage(packages, demande),
    correctPackage: (demande: ChangementDemande<CorrectionPackage>, auteurId: number) =>
      correctPackage(packages, demande, auteurId),
    deletePackage: (documentId: string) => deletePackage(packages, documentId),
    describeSuiviPackages: () => describeSuivi({ ...createSoireeDeps(stores), ...stores }),
    countPackages: () => countPackages({ ...createSoireeDeps(stores), ...stores }),
  };
}
