/** SQLSTATE classes of a server that stops, starts, is full, or asks to try again. */
const CODES = /^(08|53|57P0[1-5]|40001|40P01|55P03)/;
const RESEAU =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const PHRASES =
  /Connection terminated|Client has encountered a connection error|connection timeout/i;

/** Would the same statement pass a little later? */
export function isPannePassagere(erreur: unknown): boolean {
  const { code, message, name } = (
    typeof erreur === 'object' && erreur !== null ? erreur : {}
  ) as Record<string, unknown>;
  if (typeof code === 'string' && (CODES.test(code) || RESEAU.test(code))) {
    return true;
  }
  return name === 'KnexTimeoutError' || (typeof message === 'string' && PHRASES.test(message));
}
