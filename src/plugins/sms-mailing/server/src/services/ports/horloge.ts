/** This machine's clock against that of the database, which all instances share. */
export interface Horloge {
  /** Looks now; false when they are too far apart for anything to be planned or sent from here. */
  check(): Promise<boolean>;
  /** Why nothing leaves from here, as a sentence; null when it may. */
  readonly alerte: string | null;
}
