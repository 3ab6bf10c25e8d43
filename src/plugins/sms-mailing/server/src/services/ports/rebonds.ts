import type { DemandeAdresses, PageAdresses, RetablirAdresse } from '../../../../core/api/adresses';
import type { Perimetre } from '../../../../core/perimetre';
import type { CourrierLu, RetourLu } from '../../../../core/rebonds/classify-courrier';
import type { EtatLecture } from '../../../../core/rebonds/boite-rebonds';

/** Keyed: what makes a returned message name its envoi. */
export interface SigneRetour {
  sign(envoiId: number): string;
  /** Null: it was not made here. */
  read(jeton: string): number | null;
}

/** A mailbox up to where it was read. */
export interface PlaceBoite {
  /** UIDVALIDITY (RFC 3501 §2.3.1.1): another one, and the numbers begin again. */
  validite: string | null;
  /** Number of the last message that needs no more reading. */
  uid: number;
}

/** `traite`: put away in its folder; `laisse`: not touched, nor read again; `attend`: read again at the next turn. */
export type SortMessage = 'traite' | 'laisse' | 'attend';

export interface TourBoite {
  place: PlaceBoite;
  traites: number;
  laisses: number;
  attendent: number;
}

/** What one turn may take. */
export interface BornesTour {
  messages: number;
  octetsParMessage: number;
  dureeMs: number;
}

export interface BoiteRebonds {
  /** Gives the messages one by one, in order; a message that its reader throws about stays to be read again. */
  read(
    depuis: PlaceBoite,
    bornes: BornesTour,
    receive: (brut: Buffer, recuLe: Date) => Promise<SortMessage>
  ): Promise<TourBoite>;
  /** Connects and opens the mailbox; answers how many messages it holds. Throws TransportError, as `read`. */
  verify(): Promise<number>;
}

export type ParseCourrier = (brut: Buffer) => Promise<CourrierLu>;

export interface RetourConnu extends Omit<RetourLu, 'destinataires'> {
  envoiId: number;
  /** Null: the return address was signed, whoever it speaks of; else it must speak of whom the envoi was written to. */
  destinataires: readonly string[] | null;
  /** Said while it left, with its outcome. */
  auDepart?: boolean;
}

/** `attend`: the outcome of the envoi is not written yet; `etranger`: no envoi that left, or not to that address. */
export type IssueRetour = 'note' | 'deja' | 'attend' | 'etranger';

export interface RebondStore {
  /** The turn is this instance's, until the next one; null: it is not time yet. `boite` names the account read. */
  claim(boite: string, now: Date, prochain: Date): Promise<PlaceBoite | null>;
  settle(tour: TourBoite, now: Date): Promise<void>;
  fail(phrase: string, now: Date): Promise<void>;
  readEtat(): Promise<EtatLecture>;
  /** Writes what came back of one envoi, and what follows: said twice, it counts once. */
  note(retour: RetourConnu, now: Date): Promise<IssueRetour>;
  /** A page of those to mend, within the périmètre. `aujourdhui`: the local day, 'YYYY-MM-DD'. */
  listAdresses(
    demande: DemandeAdresses,
    qui: { perimetre: Perimetre; aujourdhui: string }
  ): Promise<PageAdresses>;
  /** False: nobody of the périmètre bears it. */
  retablir(demande: RetablirAdresse, qui: { perimetre: Perimetre; now: Date }): Promise<boolean>;
}
