import type { ExemplaireStore } from '../ports/exemplaires';
import type { CreditStore } from '../ports/fiches';
import type { Moteur } from '../ports/moteur';
import type { PackageStore } from '../ports/packages-sms';
import type { ReglagesDeps } from '../ports/parametres';

/** All that the settings' use cases share. */
export interface ParametresDeps extends ReglagesDeps {
  moteur: Moteur;
  credits: CreditStore;
  packages: PackageStore;
  /** Codes are sent within a quota, and leave a line. */
  exemplaires: ExemplaireStore;
}
