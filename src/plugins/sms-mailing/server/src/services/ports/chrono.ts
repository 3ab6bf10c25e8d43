/** Time that passes, whatever the date says: leases, rates, pauses. */
export interface Chrono {
  /** Milliseconds since some instant; never goes back. */
  elapsed(): number;
  /** At once when `signal` is already aborted, or as soon as it is. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}
