import net from 'node:net';
import { ScriptError } from '../lib/console.mjs';

const ESSAIS = 50;

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

function isFree(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', ({ code }) => resolve(code !== 'EADDRINUSE' && code !== 'EACCES'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
