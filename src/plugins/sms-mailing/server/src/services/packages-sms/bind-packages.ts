import type {
  CorrectionPackage,
  ModificationPackage,
  PackageSms,
} from '../../../../core/package-sms';
import type { Stores } from '../ports/stores';
import {
  addPackage,
  correctPackage,
  modifyPackage,
  type ChangementDemande,
} from './change-package';
import { createSoireeDeps } from '../soiree/create-plan-deps';
import { deletePackage } from './delete-package';
import { countPackages } from './count-packages';
import { describeSuivi } from './describe-suivi';

/** Guide §10. */
export function bindPackages(stores: Stores) {
  const { packages, moteur } = stores;
  const { zone } = moteur.reglages;
  return {
    addPackage: (saisie: PackageSms, now: Date) => addPackage({ packages, zone }, saisie, now),
    modifyPackage: (demande: ChangementDemande<ModificationPackage>) =>
      modifyPackage({ packages, zone }, demande),
    correctPackage: (demande: ChangementDemande<CorrectionPackage>, auteurId: number) =>
      correctPackage(packages, demande, auteurId),
    deletePackage: (documentId: string) => deletePackage(packages, documentId),
    describeSuiviPackages: () => describeSuivi({ ...createSoireeDeps(stores), ...stores }),
    countPackages: () => countPackages({ ...createSoireeDeps(stores), ...stores }),
  };
}
