import { alertPackages, type ComptePackages } from '../../../../core/package-sms';
import { TOUT } from '../../../../core/perimetre';
import type { CreditStore } from '../ports/fiches';
import type { PackageStore } from '../ports/packages-sms';
import { countCreditsAutomatiques, type SoireeDeps } from '../soiree/describe-soiree';

interface CompteDeps extends SoireeDeps {
  packages: Pick<PackageStore, 'list'>;
  credits: Pick<CreditStore, 'disponible'>;
}

/** Guide §10: the packages, what is left now, and what will be once all that is foreseen has left. */
export async function countPackages(deps: CompteDeps): Promise<ComptePackages> {
  const packages = await deps.packages.list();
  const { seuilAlertePackages } = await deps.moteur.parametres.read();
  const disponible = await deps.credits.disponible();
  const { credits, ...prevu } = await countCreditsAutomatiques(deps, TOUT);
  return {
    packages,
    alerte: alertPackages(packages, seuilAlertePackages / 100),
    disponible,
    ensuite: disponible === null ? null : disponible - credits,
    prevu,
  };
}
