import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, startApp, stopApp, type App } from './harness';

const LIGNE = Symbol.for('message');

let app: App;
const lignes: string[] = [];

beforeAll(async () => {
  app = await startApp();
  app.strapi.log.on('data', (info: { [LIGNE]?: string }) => lignes.push(info[LIGNE] ?? ''));
});
afterAll(() => stopApp(app));

it('ni lien de désinscription, ni secret d’opérateur, ni jeton ne s’écrit dans les traces', async () => {
  const secrets = ['z1.lien-de-quelqu-un', 'secret-de-l-operateur', 'jeton-d-invitation'];
  const [lien, secret, jeton] = secrets;
  await anonymous(app).get(`/api/sms-mailing/d/${lien}`);
  await anonymous(app).get(`/api/sms-mailing/suivi/ovh-http2sms/${secret}?id=1`);
  await anonymous(app).get(`/admin/registration-info?registrationToken=${jeton}`);
  const requete = anonymous(app).get(`/api/sms-mailing/suivi/x/${secret}`);
  await requete.set('Authorization', `Bearer ${jeton}`);
  app.strapi.log.error(new Error(`POST /api/sms-mailing/d/${lien} Authorization: Bearer ${jeton}`));
  app.strapi.log.debug(`Bearer ${jeton}`);
  const vues = lignes.filter((ligne) => ligne.includes('•••'));
  expect(vues.length).toBeGreaterThanOrEqual(6);
  for (const cache of secrets) {
    expect(lignes.filter((ligne) => ligne.includes(cache))).toEqual([]);
  }
});
