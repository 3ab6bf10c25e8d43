import type { Programmes } from '../../adapters/sql/programmer/programmes';
import type { AttenteStore } from './attente';
import type { PreuveStore } from './conservation';
import type { CampagneStore } from './campagnes';
import type { RegleStore } from './envois-automatiques';
import type { ExemplaireStore } from './exemplaires';
import type { FiltreStore } from './filtres';
import type { CreditStore, FicheLectureStore, FicheStore, HistoriqueStore } from './fiches';
import type {
  CheckFichiers,
  CobayeStore,
  ModeleStore,
  PieceJointeStore,
  TesteurStore,
} from './modeles';
import type { Moteur } from './moteur';
import type { PackageStore, SuiviPackageStore } from './packages-sms';
import type { Empreintes, ReglagesDeps } from './parametres';
import type { PersonneStore } from './personnes';
import type { ReferenceStore } from './references';
import type { EmpreintesSuivi } from './suivis';

/** Everything the use cases stand on, built once by compose.ts. */
export interface Stores {
  moteur: Moteur;
  modeles: ModeleStore;
  piecesJointes: PieceJointeStore;
  checkFichiers: CheckFichiers;
  cobayes: CobayeStore;
  testeurs: TesteurStore;
  exemplaires: ExemplaireStore;
  empreintesPreuves: Empreintes;
  regles: RegleStore;
  fiches: FicheStore;
  personnes: PersonneStore;
  lecture: FicheLectureStore;
  historique: HistoriqueStore;
  credits: CreditStore;
  campagnes: CampagneStore;
  filtres: FiltreStore;
  attente: AttenteStore;
  packages: PackageStore;
  preuves: PreuveStore;
  programmes: Programmes;
  /** Would the same statement pass a little later? */
  isPannePassagere: (erreur: unknown) => boolean;
  suiviPackages: SuiviPackageStore;
  references: ReferenceStore;
  empreintesSuivi: EmpreintesSuivi;
  reglagesDeps: ReglagesDeps;
}
