/** Fingerprints of addresses, in their one form (`canonCourriel`, E.164). */
export interface Empreinteur {
  /** Names the key in force, says nothing of it. */
  readonly cle: string;
  empreinte: (adresse: string) => string;
  /** Names the keys that were in force before. */
  readonly clesPrecedentes: readonly string[];
  /** Fingerprints under these. */
  empreintesPrecedentes: (adresse: string) => string[];
  /** Of a fingerprint made when there was no key. */
  keySimple: (empreinte: string) => string;
}

export interface Recalcul {
  /** Rows computed. */
  recalculees: number;
  /** Oppositions kept under a key that the installation has no more. */
  inconnues: number;
}

type Ligne = Readonly<Record<string, unknown>>;

export interface Calculs {
  /**
   * What a write to this table must hold instead of `ligne`: computed columns are never taken from it, and
   * follow its sources. `readSources` gives those that a partial write leaves as they are.
   */
  complete(
    uid: string,
    ligne: Ligne,
    readSources: (noms: readonly string[]) => Promise<Ligne | null>
  ): Promise<Record<string, unknown>>;
  /** What came by SQL or by an import. */
  refresh(): Promise<Recalcul>;
  /** Every row that an older rule, an older key or a switched-off trigger left behind. */
  refreshAll(): Promise<Recalcul>;
}
