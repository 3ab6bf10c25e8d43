import type { Programmes } from '../../adapters/sql/programmer/programmes';
import type { Places } from '../../adapters/sql/reponses/places';
import type { Desinscriptions } from '../../adapters/sql/oppositions/desinscriptions';
import type { ActeStore } from '../../adapters/sql/actes/list-actes';
import type { AgendaStore } from './agenda';
import type { SoireesDuSoir } from '../../adapters/sql/soirees/soirees-du-soir';
import type { Repertoire } from '../../adapters/sql/repertoire/repertoire';
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
import type { RebondsDeps } from './lecture-rebonds';
import type { Moteur } from './moteur';
import type { PackageStore, SuiviPackageStore } from './packages-sms';
import type { Empreintes, ReglagesDeps } from './parametres';
import type { PerimetreStore } from './perimetres';
import type { PersonneStore } from './personnes';
import type { PrevisionStore } from './previsions';
import type { ReferenceStore } from './references';
import type { ReponseStore } from './reponses';
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
  desinscriptions: Desinscriptions;
  perimetres: PerimetreStore;
  lecture: FicheLectureStore;
  historique: HistoriqueStore;
  credits: CreditStore;
  campagnes: CampagneStore;
  filtres: FiltreStore;
  attente: AttenteStore;
  previsions: PrevisionStore;
  duSoir: SoireesDuSoir;
  packages: PackageStore;
  preuves: PreuveStore;
  actes: ActeStore;
  programmes: Programmes;
  /** Would the same statement pass a little later? */
  isPannePassagere: (erreur: unknown) => boolean;
  suiviPackages: SuiviPackageStore;
  references: ReferenceStore;
  reponses: ReponseStore;
  places: Places;
  agenda: AgendaStore;
  repertoire: Repertoire;
  empreintesSuivi: EmpreintesSuivi;
  reglagesDeps: ReglagesDeps;
  rebondsDeps: RebondsDeps;
}
