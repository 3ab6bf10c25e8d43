import { ScriptError } from '../lib/console.mjs';
import { listen } from './application.mjs';
import { COMPTES } from './comptes.mjs';

/**
 * Opens a port of this machine on a loaded application, and logs every account of the demo in. Resolves to
 * one session a role, `{ get(path), post(path, body), put(path, body) }` on the module's routes: what the panel does.
 */
export async function openSessions(strapi) {
  const url = `http://127.0.0.1:${await listen(strapi, 0, '127.0.0.1')}`;
  const sessions = {};
  for (const { role, email, motDePasse: password } of COMPTES) {
    const { token } = await call(`${url}/admin/login`, 'POST', { body: { email, password } });
    const request = (method) => (chemin, body) =>
      call(`${url}/sms-mailing${chemin}`, method, { token, body });
    sessions[role] = { get: request('GET'), post: request('POST'), put: request('PUT') };
  }
  return {
    administrateur: sessions['sms-administrateur'],
    gestionnaire: sessions['sms-profil-specifique'],
    conseiller: sessions['sms-conseiller'],
  };
}

async function call(url, method, { token, body }) {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { data, error } = await response.json();
  if (!response.ok) {
    throw new ScriptError(
      `${method} ${new URL(url).pathname} : ${error?.message ?? response.status}`
    );
  }
  return data;
}
