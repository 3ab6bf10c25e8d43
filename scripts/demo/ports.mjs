import net from 'node:net';
import { ScriptError } from '../lib/console.mjs';

const ESSAIS = 50;
const PRIS = ['EADDRINUSE', 'EACCES'];

/** The first free port from `voulu` on. */
export async function pickPort(voulu) {
  for (let port = voulu; port < voulu + ESSAIS; port += 1) {
    // A browser tries both addresses behind « localhost »: someone on either would be mistaken for us.
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) {
      return port;
    }
  }
  throw new ScriptError(`Aucun port n'est libre entre ${voulu} et ${voulu + ESSAIS - 1}.`);
}

/** Someone may take a port between `pickPort` and its opening: what to say then; of anything else, the error itself. */
export function explainPort(error) {
  return PRIS.includes(error.code)
    ? new ScriptError(
        `Le port ${error.port} vient d’être pris par un autre programme. Relancez la commande : elle en prendra un libre.`
      )
    : error;
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', ({ code }) => resolve(!PRIS.includes(code)));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
