import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { RequeteSuivi, SuiviSms } from './sms';

/** Keyed: whether an operator has said these very words before. */
export type EmpreintesSuivi = (de: string, requete: RequeteSuivi) => readonly string[];

/** An SMS of unknown fate, with what it was made of. */
export interface Incertain {
  cle: string;
  adresse: string;
  versionId: number;
  /** Null: it left before they were kept. */
  reglages: ReglagesRendu | null;
  valeurs: readonly (string | null)[];
  /** It was handed over after that. */
  depuis: Date;
}

export interface SuiviStore {
  /**
   * Writes what an operator says of its SMS, in any order and as often as it likes: a final statut is never
   * left. What comes before the outcome of its envoi is written waits for it. A STOP becomes an opposition,
   * once: `empreintes` tell these words of the operator, under the key of today then under those before it.
   */
  receive(suivis: readonly SuiviSms[], now: Date, empreintes: readonly string[]): Promise<void>;
  /** SMS incertains to ask the operator about; each one now and then, for a day, by one instance at a time. */
  takeIncertains(now: Date): Promise<Incertain[]>;
  /** Does another envoi than that of `cle` bear this reference? */
  isPrise(reference: string, cle: string, now: Date): Promise<boolean>;
  /** Writes what waited and can be written by now; answers how many. */
  settleAttente(now: Date): Promise<number>;
}
