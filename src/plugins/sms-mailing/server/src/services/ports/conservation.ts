import type { Perimetre } from '../../../../core/perimetre';
import type { Preuve } from '../../../../core/preuves';

/** One batch of the move to the archive. */
export interface Passe {
  deplaces: number;
  /** The last line looked at; null: none is left, or the next are too young. */
  derniere: number | null;
}

/** How long the texts and the proofs are kept (docs/adr/0024). */
export interface ConservationStore {
  /** Lines older than so many months, after this one, leave their text and go to the archive; `lot` of them at most are looked at. */
  archive(mois: number, apres: number, lot: number, now: Date): Promise<Passe>;
  /** Proofs older than so many months name nobody any more; answers how many, `lot` at most. */
  forget(mois: number, lot: number, now: Date): Promise<number>;
  /** Lines of the Journal older than so many months; answers how many went, `lot` at most. */
  purgeActes(mois: number, lot: number, now: Date): Promise<number>;
  /**
   * What came back so long ago that the text of its envoi is gone, but what keeps an address that somebody bears from being
   * written to; that of nobody's address goes with the proofs. Answers how many went, `lot` at most.
   */
  purgeRebonds(
    mois: { texteMois: number; preuveMois: number },
    lot: number,
    now: Date
  ): Promise<number>;
}

export interface PreuveStore {
  /** What was sent in that month ('YYYY-MM') of the association's zone, the oldest first. */
  ofMois(mois: string, perimetre: Perimetre): Promise<Preuve[]>;
}
