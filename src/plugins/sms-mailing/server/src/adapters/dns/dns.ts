import { Resolver } from 'node:dns/promises';
import type { Dns } from '../../services/ports/parametres';

/** Said by a server that knows the name or its absence: the answer is « none ». */
const SANS_REPONSE = new Set(['ENODATA', 'ENOTFOUND']);

/** `serveurs`: others than the machine's own, for tests. */
export function createDns(serveurs: readonly string[] | null = null): Dns {
  const resolver = new Resolver({ timeout: 2_000, tries: 1 });
  if (serveurs !== null) resolver.setServers([...serveurs]);
  return {
    async readTxt(nom) {
      try {
        return (await resolver.resolveTxt(nom)).map((bouts) => bouts.join(''));
      } catch (erreur) {
        const { code } = erreur as { code?: string };
        return code !== undefined && SANS_REPONSE.has(code) ? [] : null;
      }
    },
  };
}
