export interface ComptesAttente {
  programmes: number;
  parType: { email: number; newsletter: number; sms: number };
  incertains: number;
  /** Why nothing leaves by a transport, in sentences; from the workers alive. */
  alertes: string[];
}

/** What waits for the evening. */
export interface AttenteStore {
  count(jusqua: Date): Promise<ComptesAttente>;
  /** What was to leave until `jusqua` leaves now; the keys stay. */
  bringForward(jusqua: Date, now: Date): Promise<number>;
  /** Wakes the workers at once. */
  wake(): Promise<void>;
}
