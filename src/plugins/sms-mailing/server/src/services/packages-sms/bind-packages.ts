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
import { createPlanDeps } from '../soiree/create-plan-deps';
import { deletePackage } from './delete-package';
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
    describeSuiviPackages: () => describeSuivi({ ...createPlanDeps(stores), ...stores }),
  };
}
