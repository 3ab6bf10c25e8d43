import type { ExemplaireStore } from '../ports/exemplaires';
import type { CreditStore } from '../ports/fiches';
import type { Moteur } from '../ports/moteur';
import type { PackageStore } from '../ports/packages-sms';
import type { Dns, Empreintes, ReglagesEnregistres, ReglagesStore } from '../ports/parametres';
import type { ReseauSortant } from '../ports/reseau';
import type { ReglagesEffectifs, ReglagesEnvironnement } from './resolve-reglages';

/** The settings of one moment, and what can be asked about them. */
export interface ReglagesDeps {
  reglages: ReglagesStore;
  enregistres: ReglagesEnregistres;
  environnement: ReglagesEnvironnement;
  effectifs: ReglagesEffectifs;
  empreintes: Empreintes;
  dns: Dns;
  reseau: ReseauSortant;
  /** Address for the delivery reports of the account in force, when it has to be declared by hand. */
  urlSuivi: string | null;
}

/** All that the settings' use cases share. */
export interface ParametresDeps extends ReglagesDeps {
  moteur: Moteur;
  credits: CreditStore;
  packages: PackageStore;
  /** Codes are sent within a quota, and leave a line. */
  exemplaires: ExemplaireStore;
}
