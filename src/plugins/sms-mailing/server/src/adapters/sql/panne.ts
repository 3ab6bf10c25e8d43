/** SQLSTATE classes of a server that stops, starts, is full, fails over (25006: read-only), or asks to try again. */
const CODES = /^(08|53|57P0[1-5]|25006|40001|40P01|55P03)/;
/** Of one statement: a time-out (57014) is the database's fault when the statement is not the caller's own. */
const DELAI_DEPASSE = '57014';
const RESEAU =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const PHRASES =
  /Connection terminated|Client has encountered a connection error|connection timeout/i;

/** The same for a statement of ours that takes no time by itself: what it waits for is somebody else's. */
export function isPanneDeLaBase(erreur: unknown): boolean {
  const { code } = (typeof erreur === 'object' && erreur !== null ? erreur : {}) as {
    code?: unknown;
  };
  return code === DELAI_DEPASSE || isPannePassagere(erreur);
}

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
