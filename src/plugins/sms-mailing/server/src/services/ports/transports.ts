import type { Transport } from '../../../../core/vocabulaire';

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
  readonly limite: boolean;
  /** How many processes share the provider: each takes its part. */
  share(processus: number): void;
  /** Resolves when this message may leave, or when `signal` is aborted. */
  waitTurn(signal: AbortSignal): Promise<void>;
}

/** What the provider accepts; null: no limit. */
export interface ReglagesTransport {
  /** Hand-overs at once. */
  parallele: number;
  parSeconde: number | null;
  parHeure: number | null;
}

/** What this process knows of one transport, from one tick to the next. */
export interface EtatTransport {
  readonly places: Fenetre;
  /** Hand-overs at once. */
  readonly parallele: number;
  readonly debit: Debit;
  readonly parHeure: number | null;
  /** The settings have changed: what was wrong with the old ones says nothing of the new. */
  retune(reglages: Pick<ReglagesTransport, 'parSeconde' | 'parHeure'>): void;
  /** Why it is left alone, as a sentence for the gestionnaire; stays until a message leaves. */
  readonly alerte: string | null;
  isOuvert(): boolean;
  /** A message left: the transport works. */
  succeed(): void;
  /** The account, not the message, is at fault: nothing leaves by this transport for a while. */
  suspend(alerte: string, ms: number): void;
  /** No answer this time. Many in a row suspend it; then one more at each reopening, for longer each time. */
  fail(alerte: string): void;
}

export type Transports = Readonly<Record<Transport, EtatTransport>>;
