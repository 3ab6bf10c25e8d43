import { localDate } from '../../../../core/horaire';
import {
  checkAchetes,
  checkDateAchat,
  correctConsommes,
  type CorrectionPackage,
  type LignePackage,
  type ModificationPackage,
  type PackageSms,
} from '../../../../core/package-sms';
import { refuse } from '../../../../core/regle';
import type { ChangementPackage, PackageStore } from '../ports/packages-sms';

export interface ChangementDemande<T extends { version: number }> {
  documentId: string;
  saisie: T;
  now: Date;
}

/** Decision G9: what is decided holds for the version that was read. */
async function change<T extends { version: number }>(
  packages: PackageStore,
  { documentId, saisie, now }: ChangementDemande<T>,
  decide: (lot: LignePackage) => ChangementPackage
): Promise<LignePackage> {
  const change = (lot: LignePackage): ChangementPackage => {
    if (lot.version !== saisie.version) {
      refuse('package-modifie-entretemps');
    }
    return decide(lot);
  };
  return (await packages.change(documentId, change, now)) ?? refuse('package-introuvable');
}

/** Guide §10. */
export function addPackage(
  { packages, zone }: { packages: PackageStore; zone: string },
  saisie: PackageSms,
  now: Date
): Promise<LignePackage> {
  checkDateAchat(saisie.dateAchat, localDate(now, zone));
  return packages.add(saisie, now);
}

/** Guide §10: the date and the SMS bought. What was used meanwhile stays used. */
export function modifyPackage(
  { packages, zone }: { packages: PackageStore; zone: string },
  demande: ChangementDemande<ModificationPackage>
): Promise<LignePackage> {
  const { dateAchat, achetes } = demande.saisie;
  return change(packages, demande, (lot) => {
    checkDateAchat(dateAchat, localDate(demande.now, zone));
    checkAchetes(lot, achetes);
    return { dateAchat, achetes };
  });
}

/** Decision G9: a correction is a movement with its sign, author and reason. */
export function correctPackage(
  packages: PackageStore,
  demande: ChangementDemande<CorrectionPackage>,
  auteurId: number
): Promise<LignePackage> {
  const { credits, raison } = demande.saisie;
  return change(packages, demande, (lot) => ({
    consommes: correctConsommes(lot, credits),
    correction: { credits, raison, auteurId },
  }));
}
