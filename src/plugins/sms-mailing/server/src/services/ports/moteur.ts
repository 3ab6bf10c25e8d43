import type { Horaires } from '../../../../core/horaire-promotion';
import type { Parametres } from '../../../../core/parametres';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { SuspensionSoir } from '../../../../core/soiree';
import type { Suspensions } from '../../../../core/suspension';
import type { Transports } from './transports';
import type { AvisStore } from './avis';
import type { BilanStore } from './bilans';
import type { Calculs } from './calculs';
import type { Chrono } from './chrono';
import type { ConservationStore } from './conservation';
import type { LedgerStore, OuvrierStore, Voie } from './envois';
import type { SoireeStore } from './envois-automatiques';
import type { Horloge } from './horloge';
import type { AdresseMail, CompileMail, MailSender } from './mail';
import type { MiseEnPage } from './mise-en-page';
import type { PieceJointeStore, VersionStore } from './modeles';
import type { PackageStore } from './packages-sms';
import type { SigneRetour } from './rebonds';
import type { SmsSender } from './sms';
import type { SuiviStore } from './suivis';

/** The clock is given, never read (decision F20). */
export type Clock = () => Date;

/** Where the engine says what happens; never a secret, never a whole number or address. */
export interface Journal {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface ParametresStore {
  read(): Promise<Parametres>;
}

/** Who reads the answers, by envoi, on that day 'YYYY-MM-DD'; who has no address of their own is not there. */
export interface RepondantStore {
  read(envoiIds: readonly number[], jour: string): Promise<ReadonlyMap<number, AdresseMail>>;
}

/** The settings that messages left with: one row for each set of them, however many messages. */
export interface ReglagesRenduStore {
  keep(reglages: ReglagesRendu): Promise<number>;
}

/** The link of a newsletter's footer and of its List-Unsubscribe header. */
export interface Desinscription {
  /** Where the links of now lead, their token left out. */
  readonly adresse: string;
  /** `adresse`: that of the settings the message is rendered with. */
  lien(envoiId: number, adresse: string): string;
}

/** The link by which a participant says whether she will come. */
export interface LienReponse {
  /** Where the links of now lead, their token left out; '': they would open nowhere. */
  readonly adresse: string;
}

/** All that delivering needs: one object, built by compose.ts. */
export interface Moteur {
  ledger: LedgerStore;
  ouvriers: OuvrierStore;
  soirees: SoireeStore;
  versions: VersionStore;
  piecesJointes: PieceJointeStore;
  parametres: ParametresStore;
  repondants: RepondantStore;
  reglagesRendu: ReglagesRenduStore;
  calculs: Pick<Calculs, 'refresh'>;
  suivis: SuiviStore;
  /** Signs what makes a returned e-mail recognisable. */
  retours: SigneRetour;
  avis: AvisStore;
  bilans: BilanStore;
  conservation: ConservationStore;
  packages: Pick<PackageStore, 'list'>;
  desinscription: Desinscription;
  reponse: LienReponse;
  miseEnPage: MiseEnPage;
  compileMail: CompileMail;
  mail: MailSender;
  sms: SmsSender;
  transports: Transports;
  clock: Clock;
  horloge: Horloge;
  chrono: Chrono;
  journal: Journal;
  /** A number that nobody else has: a uuid. */
  drawNumero: () => string;
  reglages: ReglagesMoteur;
  /** What waits, and why (docs/adr/0013). */
  suspensions: Suspensions;
  /** Who holds the evening back; null: nobody. */
  suspendue: SuspensionSoir | null;
}

export interface ReglagesMoteur extends Horaires {
  /** Sender of the environment, when the panel names none. */
  expediteur: { nom: string; adresse: string };
  /** G: envois that may be on the wire at once, hence incertains after a crash. */
  fenetre: Readonly<Record<Voie, number>>;
  /** Envois claimed by one statement. */
  tailleLot: number;
  /** A worker silent for longer is presumed dead (milliseconds). */
  bailMs: number;
  /** Decision F18: an immediate envoi may be cancelled for so long. */
  repentirMs: number;
}
