/** Lines of the ledger counted a first time, of all it holds. */
export interface PremierCompte {
  comptes: number;
  total: number;
}

/** What the lists and histories count, kept (docs/adr/0023). */
export interface BilanStore {
  /**
   * At each tick, one instance at a time: counts again the groups of envois that have changed and are left alone by
   * now. Answers how many. Nobody waits for it: a group that has changed is counted from its lines.
   */
  fold(): Promise<number>;
}
