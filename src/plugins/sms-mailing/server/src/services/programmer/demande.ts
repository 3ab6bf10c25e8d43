import type { Cible } from '../../../../core/cible';
import type { Horaires } from '../../../../core/horaire-promotion';
import type { MotifExclusion } from '../../../../core/motif';
import type { Perimetre } from '../../../../core/perimetre';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { Suspensions } from '../../../../core/suspension';
import type { TypeContact } from '../../../../core/vocabulaire';
import type { Part } from '../../adapters/sql/cibles/part';
import type { Tenu } from '../../adapters/sql/cibles/read-candidats';
import type { Programmes } from '../../adapters/sql/programmer/programmes';
import type { CampagneStore } from '../ports/campagnes';
import type { RegleStore } from '../ports/envois-automatiques';
import type { FicheStore, ModeleAEnvoyer } from '../ports/fiches';
import type { PieceJointeStore, VersionCourante, VersionStore } from '../ports/modeles';
import type { ParametresStore } from '../ports/moteur';
import type { RenduPart } from './rendu-part';

/** What looking and writing stand on. */
export interface ChaineDeps extends Horaires {
  programmes: Programmes;
  campagnes: Pick<CampagneStore, 'read'>;
  fiches: Pick<FicheStore, 'readModeles' | 'readAction' | 'canReach' | 'canReachAction'>;
  regles: Pick<RegleStore, 'read'>;
  versions: Pick<VersionStore, 'loadCourante'>;
  parametres: ParametresStore;
  piecesJointes: Pick<PieceJointeStore, 'describe'>;
  /** Decision F18: time in which the sender may still change their mind (milliseconds). */
  repentirMs: number;
  readReglagesRendu: () => Promise<ReglagesRendu>;
  /** What waits on this base, and why. */
  suspensions: Suspensions;
}

/** What a click adds to whom. */
export interface Demande {
  cible: Cible;
  /** documentIds; those of a rule or of a relance are known from it. */
  modeles: readonly string[];
  /** Refused when a modèle is of another; null: whatever theirs is, as long as it is one. */
  typeContact: TypeContact | null;
  perimetre: Perimetre;
  auteurId: number | null;
  now: Date;
  /** Decision G8: the number of the window that was read. */
  confirmation: string | null;
  /** « Envoyer quand même » to who has it already (decision C6). */
  force: boolean;
  /** Decision F12: writing from a cancelled action asks first. */
  annuleeConfirmee: boolean;
  /** Decision F14: the person has seen how many a promotion leaves out. */
  promotionConfirmee: boolean;
  /** The SMS that the window announced; null when it announced none. */
  creditsLus: number | null;
  /** The persons that the window announced; absent or null when it announced none. */
  personnesLues?: number | null;
  /** Files of this send alone (guide §2.c), deposited by its author; absent: none. */
  piecesJointes?: readonly number[];
  /** Its author may filter by TH and RSA. Absent: what does is refused. */
  thRsa?: boolean;
  /** Decision G5: its author has no right to campagnes. Absent: no ceiling. */
  plafonne?: boolean;
  /** Of a message that will propose a place, before it is kept: for how many hours. Absent or null: none is. */
  placeHeures?: number | null;
}

/** One modèle of a demande, all that it needs found. */
export interface PartLue {
  part: Part;
  modele: Pick<ModeleAEnvoyer, 'documentId' | 'nom' | 'typeContact' | 'but'>;
  version: VersionCourante | null;
  rendu: RenduPart;
}

/** What became of everyone in one part. */
export interface Comptes {
  tenus: Partial<Record<Tenu, number>>;
  motifs: Partial<Record<MotifExclusion, number>>;
}

/** What one modèle of a demande wrote. */
export interface ProgrammationModele extends Comptes {
  modele: string;
  depart: Date;
  campagneId: number | null;
  /** Lines written, who cannot be reached included where their history is to say so. */
  programmes: number;
  /** Everyone looked at, written or not. */
  vus: number;
  credits: number;
  /** The first 5,000; empty beyond. */
  documentIds: string[];
}
