import type { SuiviSms } from './sms';

export interface SuiviStore {
  /**
   * Writes what an operator says of its SMS, in any order and as often as it likes: a final statut is never
   * left. What comes before the outcome of its envoi is written waits for it. A STOP becomes an opposition.
   */
  receive(suivis: readonly SuiviSms[], now: Date): Promise<void>;
  /** Writes what waited and can be written by now; answers how many. */
  settleAttente(now: Date): Promise<number>;
}
