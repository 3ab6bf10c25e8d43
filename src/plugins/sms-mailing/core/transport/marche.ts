/**
 * How a transport runs: as fast as it goes, slowed to so many a minute, or left alone until an instant, and why.
 * The faults of a server or of an account are paid here, never by an envoi's tries (docs/adr/0026, decision G11).
 * Pure: instants are milliseconds of a clock that never goes back.
 */

/** What one hand-over met. */
export type Fait =
  | { readonly genre: 'parti' }
  /** Refused for good, for a reason that is this message's alone. */
  | { readonly genre: 'refus' }
  /** « Later » to this recipient (greylist, mailbox), who may be everybody; it comes back in so long at least. */
  | { readonly genre: 'attente'; readonly dansMs: number | null }
  /** « Later »: to this recipient, or to everybody. */
  | { readonly genre: 'plus-tard' }
  /** The server itself asks for less, or to come back in so long. */
  | { readonly genre: 'rythme'; readonly dansMs: number | null }
  /** No answer. */
  | { readonly genre: 'panne' }
  /** « Not by you »: to this recipient, or to the account. */
  | { readonly genre: 'acces' }
  /** The account or the sender: nobody would pass. */
  | { readonly genre: 'compte' };

export type Faute = Exclude<Fait, { genre: 'parti' | 'refus' }>;

/** What is held against an envoi that came to nothing. */
export interface Soupcon {
  readonly fois: number;
  /** Its last doubtful refusal: of which kind, and how many others had passed by then; null: none was doubtful. */
  readonly douteux: { readonly genre: Faute['genre']; readonly passes: number } | null;
  /** Others passed meanwhile: its refusals say nothing more of the server. */
  readonly connu: boolean;
}

export interface Marche {
  /** Learnt from the server; null: as fast as it goes. */
  readonly parMinute: number | null;
  /** By how much the pace grows after a minute without a refusal. */
  readonly croissance: number;
  readonly dernierFrein: number;
  readonly suspenduJusqua: number;
  /** After a suspension one message goes alone, and its answer decides. */
  readonly sonde: 'non' | 'attendue' | 'en-route';
  /** Grows with each suspension: what left before it says nothing of what came after. */
  readonly vague: number;
  /** Hand-overs in a row without an answer, and put off, since the last that passed. */
  readonly pannes: number;
  readonly remis: number;
  /** Distinct envois in a row refused as if by the account. */
  readonly interdits: readonly string[];
  /** The next suspensions, if nothing passes meanwhile. */
  readonly pausePanneMs: number;
  readonly pauseRythmeMs: number;
  /** Hand-overs that passed: in all, since `minuteDebut`, and in the minute before. */
  readonly passes: number;
  readonly minuteDebut: number;
  readonly minute: number;
  readonly minuteAvant: number;
  readonly soupcons: ReadonlyMap<string, Soupcon>;
  /** As a sentence; null when nothing is wrong. */
  readonly raison: string | null;
}

export interface Remise {
  readonly cle: string;
  readonly vague: number;
}

export interface Contexte {
  readonly raison: string;
  readonly now: number;
}

const SECONDE_MS = 1_000;
const MINUTE_MS = 60 * SECONDE_MS;

export const PAUSES = {
  panneMs: MINUTE_MS,
  panneMaxMs: 30 * MINUTE_MS,
  rythmeMs: 5 * SECONDE_MS,
  rythmeMaxMs: 15 * MINUTE_MS,
  compteMs: 5 * MINUTE_MS,
  demandeeMaxMs: 60 * MINUTE_MS,
} as const;

export const CROISSANCE_MIN = 0.05;
const OUBLI_MS = 60 * MINUTE_MS;

export const MARCHE_LIBRE: Marche = {
  parMinute: null,
  croissance: CROISSANCE_MIN,
  dernierFrein: Number.NEGATIVE_INFINITY,
  suspenduJusqua: Number.NEGATIVE_INFINITY,
  sonde: 'non',
  vague: 0,
  pannes: 0,
  remis: 0,
  interdits: [],
  pausePanneMs: PAUSES.panneMs,
  pauseRythmeMs: PAUSES.rythmeMs,
  passes: 0,
  minuteDebut: 0,
  minute: 0,
  minuteAvant: 0,
  soupcons: new Map(),
  raison: null,
};

/** May one more leave, now? */
export function isOuverte(marche: Marche, now: number): boolean {
  return now >= marche.suspenduJusqua && marche.sonde !== 'en-route';
}

/** A hand-over begins: the first after a suspension is the probe. Null: it may not. */
export function beginRemise(marche: Marche, cle: string, now: number): [Marche, Remise] | null {
  if (!isOuverte(marche, now)) {
    return null;
  }
  const sonde = marche.sonde === 'attendue' ? 'en-route' : marche.sonde;
  return [
    { ...forget(marche, now), sonde },
    { cle, vague: marche.vague },
  ];
}

/** A pace learnt long ago, and not used since, is to be learnt again; what was wrong is said until a message passes. */
function forget(marche: Marche, now: number): Marche {
  const vu = Math.max(marche.dernierFrein, marche.minuteDebut);
  return marche.parMinute !== null && marche.sonde === 'non' && now - vu >= OUBLI_MS
    ? { ...marche, parMinute: null, croissance: CROISSANCE_MIN }
    : marche;
}

/** Did it begin before the last suspension? */
export function isTardive(marche: Marche, { vague }: Remise): boolean {
  return vague !== marche.vague;
}

/** It decided nothing: when it was the probe, another goes. */
export function giveBackRemise(marche: Marche, remise: Remise): Marche {
  return marche.sonde === 'en-route' && !isTardive(marche, remise)
    ? { ...marche, sonde: 'attendue' }
    : marche;
}

export function suspend(marche: Marche, ms: number, { raison, now }: Contexte): Marche {
  return {
    ...marche,
    suspenduJusqua: now + ms,
    sonde: 'attendue',
    vague: marche.vague + 1,
    pannes: 0,
    remis: 0,
    raison,
  };
}

/** Under other settings, what was wrong may be right: one message alone will tell, at once; until then it is said. */
export function beginAnew({ vague, raison }: Marche): Marche {
  return {
    ...MARCHE_LIBRE,
    vague: vague + 1,
    sonde: raison === null ? 'non' : 'attendue',
    raison,
  };
}
