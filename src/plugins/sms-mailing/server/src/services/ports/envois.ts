import type { Donnee } from '../../../../core/catalogue-signets';
import type { MotifExclusion } from '../../../../core/motif';
import type { Retour } from '../../../../core/rebonds/rebond';
import type { Suspensions } from '../../../../core/suspension';
import type {
  Modalite,
  Transport,
  TypeContact,
  TypeDestinataire,
} from '../../../../core/vocabulaire';
import type { AdresseMail } from './mail';

/** Envois that one statement claims together: same modele, same kind of destinataire, same origine. */
export interface Lot {
  modeleId: number;
  typeContact: TypeContact;
  typeDestinataire: TypeDestinataire;
  modalite: Modalite;
}

/** `version`: the number of the modele's version that leaves now; null when it was never saved whole. */
export interface LotDu extends Lot {
  version: number | null;
}

/** What leaves at the click never waits behind an evening of 100,000 (decision F18). */
export const VOIES = ['immediate', 'soir'] as const;
export type Voie = (typeof VOIES)[number];

export interface RechercheLots {
  now: Date;
  voie: Voie;
  /** May the promotions by e-mail leave? */
  promotions: boolean;
}

/** A place in a lot: what is due comes in this order. */
export interface Position {
  disponibleLe: Date;
  id: number;
}

/** A lot, and the first envoi that waits in it. */
export type LotEnFile = LotDu & Position;

/** A claimed envoi with all that its message needs: no further query per destinataire. */
export interface EnvoiReserve {
  id: number;
  cle: string;
  nom: string;
  /** The address or number that will really be used; null when `motif` says why there is none. */
  adresse: string | null;
  motif: MotifExclusion | null;
  /** Who really receives: the fiche, or the contact référent of a company; null when there is nobody. */
  contactId: number | null;
  /** Raw signet values, in the order of the version's `donnees`. */
  valeurs: readonly (string | null)[];
  tentatives: number;
  /** Files of its own send, beside those of its modèle: for nearly all, none. */
  piecesJointes: readonly number[];
  /** Who reads the answer to this one; absent: as its version says. */
  repondreA?: AdresseMail | null;
}

export type EnvoiPris = EnvoiReserve & Position;

/** What may be handed over in an hour, everybody together; counted with the claim, one claim at a time. */
export interface PlafondHeure {
  plafond: number;
  types: readonly TypeContact[];
  depuis: Date;
}

/** Envois handed over since an instant or about to be, and when the first of them was. */
export interface Partis {
  nombre: number;
  premier: Date | null;
}

export interface ClaimOptions {
  ouvrier: string;
  voie: Voie;
  limite: number;
  heure: PlafondHeure | null;
  /** What this worker began its turn under: nothing is taken once it has moved. */
  epoque: string;
  /** Only what comes after; null: from the first. */
  apres: Position | null;
  now: Date;
  versionId: number;
  /** The settings merged into these messages, kept with them; null when none is made. */
  reglagesId: number | null;
  /** Data keys that the signets of this version read. */
  donnees: readonly Donnee[];
}

/** What is archived before the wire is touched: enough to judge an envoi whose fate stays unknown. */
export interface DepartEnvoi {
  id: number;
  adresse: string;
  contactId: number | null;
  messageId: string | null;
  valeurs: readonly (string | null)[];
  credits: number;
}

export interface Marque {
  ouvrier: string;
  /** What the messages were made under. */
  epoque: string;
  departs: readonly DepartEnvoi[];
  now: Date;
}

export interface Marquage {
  /** These, and only these, may be handed over. */
  partants: readonly number[];
  /** Short of SMS credits: already written as exclus. */
  exclus: readonly number[];
}

export type Issue =
  | { statut: 'envoye'; id: number; reference: string | null; credits: number }
  | { statut: 'exclu'; id: number; motif: MotifExclusion; detail: string | null }
  | {
      statut: 'echec';
      id: number;
      motif: string;
      detail: string;
      adresse: string | null;
      /** What the refusal says of the address itself. */
      retour?: Retour | null;
    }
  | { statut: 'incertain'; id: number; detail: string }
  /**
   * Back in the queue. `compte`: this try is one of those an envoi has; a fault of the account is not.
   * `disponibleLe` null: as before.
   */
  | {
      statut: 'programme';
      id: number;
      disponibleLe: Date | null;
      detail: string | null;
      compte: boolean;
    };

/** What a tick put right between the ledger and the queue. */
export interface ReparationFile {
  /** Lines that waited in no queue. */
  enfiles: number;
  /** Rows of the queue whose line waits no more. */
  retires: number;
}

/** The ledger and its queue (docs/adr/0018). */
export interface LedgerStore {
  /**
   * Grows with each change that what is about to leave must obey: settings, modèles, rules, oppositions. Read
   * before anything is prepared; what was prepared under another is neither taken nor marked.
   */
  readEpoque(): Promise<string>;
  /** The lots that have something due, the one that has waited longest first. */
  listLots(recherche: RechercheLots): Promise<LotEnFile[]>;
  /** Takes up to `limite` due envois of the lot, in their order; nobody else can take them until they are given back. */
  claim(lot: Lot, options: ClaimOptions): Promise<EnvoiPris[]>;
  /** Fenced and committed before the wire is touched. */
  markEnCours(marque: Marque): Promise<Marquage>;
  /**
   * Resolves once the outcome is committed; outcomes are written in groups, and again while the database is
   * away. Only the worker that holds an envoi settles it, except that « envoyé » is true whoever says it. A
   * STOP becomes an opposition, an address refused for good is to mend, an SMS that left is debited.
   */
  record(ouvrier: string, issue: Issue, now: Date): Promise<void>;
  /** Claimed by this worker and not handed over: back to the queue; null: all of them. */
  giveBack(ouvrier: string, ids: readonly number[] | null): Promise<number>;
  /**
   * Says on the lines that are due and held back why they wait, on those no longer held back nothing more.
   * Answers how many did not say it yet.
   */
  explainSuspensions(suspensions: Suspensions, now: Date): Promise<number>;
  /** At each tick: an envoi waits if and only if it stands in the queue. */
  repair(): Promise<ReparationFile>;
  countPartis(types: readonly TypeContact[], depuis: Date): Promise<Partis>;
  /** When the one of this rank (from 0, oldest first) was handed over since then; null: there are not so many. */
  readParti(types: readonly TypeContact[], depuis: Date, rang: number): Promise<Date | null>;
  /** What is sent at the click, due by then, and that no worker holds. */
  countClics(types: readonly TypeContact[], jusqua: Date): Promise<number>;
  /** Envois due by this transport that no worker holds. */
  countDus(transport: Transport, now: Date): Promise<number>;
}

/** What an absent worker left behind. */
export interface Reprise {
  /** Were reserve: back in the queue. */
  rendus: number;
  /** Were en_cours: nobody knows whether they left. */
  incertains: number;
}

export interface OuvrierStore {
  /** Says « alive », on the database's clock, and what a gestionnaire should know. */
  beat(ouvrier: string, alerte: string | null): Promise<void>;
  leave(ouvrier: string): Promise<void>;
  /** Workers heard of within `silenceMs`, on all instances. */
  count(silenceMs: number): Promise<number>;
  /** Takes over from the workers silent for `silenceMs`. */
  sweep(silenceMs: number, now: Date): Promise<Reprise>;
  /** The same for oneself, when nothing is on its way any more: what a fault of the database left behind. */
  recover(ouvrier: string, now: Date): Promise<Reprise>;
}
