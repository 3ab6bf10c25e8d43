import path from 'node:path';
import { createRequire } from 'node:module';
import { ROOT } from '../lib/root.mjs';
import { explainPort } from './ports.mjs';

const SIGNAUX = ['SIGINT', 'SIGTERM'];
const require = createRequire(import.meta.url);

const COMPOSE = path.join(ROOT, 'dist/src/plugins/sms-mailing/server/src/strapi/compose.js');

/**
 * The compiled application, loaded in this process with `environnement`: `{ strapi, module, setClock, stop }`,
 * `module` being every use case of the plugin. It neither listens yet nor answers to signals: whoever
 * starts it stops it.
 */
export async function loadApplication(environnement, { panel = false } = {}) {
  Object.assign(process.env, environnement);
  const avant = SIGNAUX.map((signal) => process.listeners(signal));
  const { createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi({
    appDir: ROOT,
    distDir: path.join(ROOT, 'dist'),
    serveAdminPanel: panel,
  });
  SIGNAUX.forEach((signal, i) => forgetListeners(signal, avant[i]));
  strapi.config.set('server.logger.startup.enabled', false);
  await strapi.load();
  const { compose, setClock } = require(COMPOSE);
  return {
    strapi,
    module: compose(strapi),
    setClock: (clock) => setClock(strapi, clock),
    stop: () => strapi.destroy(),
  };
}

/**
 * Opens a port on the application; resolves to it. One that is taken is an error like another: Strapi's own answer
 * would be to end the process there, and to leave the database running.
 */
export function listen({ server }, port, host) {
  const { httpServer } = server;
  const siens = httpServer.listeners('error');
  httpServer.removeAllListeners('error');
  return new Promise((resolve, reject) => {
    httpServer.once('error', (error) => reject(explainPort(error)));
    server.listen(port, host, () => {
      httpServer.removeAllListeners('error');
      siens.forEach((listener) => httpServer.on('error', listener));
      resolve(httpServer.address().port);
    });
  });
}

function forgetListeners(signal, gardes) {
  for (const listener of process.listeners(signal)) {
    if (!gardes.includes(listener)) {
      process.removeListener(signal, listener);
    }
  }
}
