import type { Verdict } from '../../../../core/transport/fautes';
import type { Fait } from '../../../../core/transport/marche';
import type { Lecture } from '../../../../core/transport/phrase';
import type { Transport } from '../../../../core/vocabulaire';
import type { Voie } from './envois';

/** At most `taille` at once between `acquire` and `release`. */
export interface Fenetre {
  /** Waits until `n` more fit, first come first served. */
  acquire(n: number): Promise<void>;
  release(n: number): void;
  /** Narrower than `taille`, or as wide: what is inside beyond it goes out first. */
  resize(borne: number): void;
  /** Waits until nothing is left inside. */
  drain(): Promise<void>;
}

/** Keeps the hand-overs to one provider apart. */
export interface Debit {
  /** Hand-overs a second for this process; null: no limit. */
  readonly parSeconde: number | null;
  /** How many processes share the provider: each takes its part. */
  share(processus: number): void;
  /** Learnt from the server, for this process alone; null: nothing. */
  slow(parMinute: number | null): void;
  /** Resolves when so many messages may leave, or when `signal` is aborted. */
  waitTurn(nombre: number, signal: AbortSignal): Promise<void>;
}

/** What the provider accepts; null: no limit. */
export interface ReglagesTransport {
  /** Hand-overs at once. */
  parallele: number;
  parSeconde: number | null;
  parHeure: number | null;
  /** Share of the hour kept for what leaves at the click, in hundredths. */
  partDuClic: number;
}

/** One hand-over, from its beginning to what it met. */
export interface RemiseEnCours {
  /** May it still leave, right before its first byte? */
  isPermise(): boolean;
  /** Whose fault it was, when it is one. */
  note(fait: Fait, raison: string): Verdict;
  /** Not handed over, and nobody's fault. */
  giveBack(): void;
}

/** What this process knows of one transport, from one tick to the next (core/transport). */
export interface EtatTransport {
  /** What leaves at the click has places of its own. */
  readonly places: Readonly<Record<Voie, Fenetre>>;
  /** Hand-overs at once. */
  readonly parallele: number;
  readonly debit: Debit;
  /** Hand-overs an hour that this voie may bring the transport to, all of them together; null: no limit. */
  plafond(voie: Voie): number | null;
  /** The settings have changed: what was wrong with the old ones says nothing of the new. */
  retune(reglages: Omit<ReglagesTransport, 'parallele'>): void;
  /** Hand-overs a minute that the server was seen to take; null: as fast as it goes. */
  readonly parMinute: number | null;
  /** What a gestionnaire should know; null: nothing. Stays until a message leaves. */
  describe(lecture: Pick<Lecture, 'date' | 'zone'>): string | null;
  /** Until when its hour is full, for what leaves at the click too; null: it is not. */
  noteHeure(libreLe: Date | null): void;
  /** How many envois are due, for what the alert says. */
  noteRestants(nombre: number): void;
  isOuvert(): boolean;
  /** After a suspension: the next message goes alone, or is on its way. */
  readonly sonde: 'non' | 'attendue' | 'en-route';
  /** Resolves when no probe is on its way. */
  settled(): Promise<void>;
  /** Waits for the turn of up to `nombre` messages; answers how many, 0 when none may leave any more. */
  admit(nombre: number, signal: AbortSignal): Promise<number>;
  /** `cle`: whose message it is. */
  begin(cle: string): RemiseEnCours;
}

export type Transports = Readonly<Record<Transport, EtatTransport>>;
