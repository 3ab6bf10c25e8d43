import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toReponse } from './base-du-guide';
import { agentFor, startApp, stopApp, type Agent, type App } from './harness';

const PROFILS = ['sms-conseiller', 'sms-profil-specifique', 'sms-administrateur'];
const CM = '/content-manager';

let app: App;
const agents: Record<string, Agent> = {};
let superAdmin: Agent;

async function create(type: string, data: object): Promise<string> {
  const uid = `api::${type}.${type}` as 'api::entrepreneur.entrepreneur';
  return (await app.strapi.documents(uid).create({ data: data as never })).documentId;
}

beforeAll(async () => {
  app = await startApp();
  for (const profil of PROFILS) {
    agents[profil] = await agentFor(app, profil);
  }
  superAdmin = await agentFor(app, 'strapi-super-admin');
});
afterAll(() => stopApp(app));

describe.each(PROFILS)('ce que tous partagent, %s ne le réécrit pas', (profil) => {
  it.each([
    `${CM}/content-types/api::entrepreneur.entrepreneur/configuration`,
    `${CM}/content-types/api::action.action/configuration`,
    `${CM}/components/coordonnees.telephone/configuration`,
    `${CM}/components/coordonnees.email/configuration`,
  ])('%s', async (url) => {
    const lire = async () => (await superAdmin.get(url)).body as { data: object };
    const avant = await lire();
    const { contentType, component } = avant.data as Record<string, { metadatas: Metadatas }>;
    const { settings, metadatas, layouts } = (contentType ?? component) as unknown as Configuration;
    const [champ] = Object.entries(metadatas).find(([, { edit }]) => edit?.label !== undefined)!;
    const hostile = {
      ...metadatas,
      [champ]: { ...metadatas[champ], edit: { label: 'REFUSE d’être contacté' } },
    };
    const reponse = toReponse(
      await agents[profil]!.put(url).send({ settings, metadatas: hostile, layouts })
    );
    expect(reponse).toMatchObject({ status: 403, data: null });
    expect(reponse.erreur?.message).toMatch(/demandez ce changement à un Super administrateur/);
    expect(await lire()).toEqual(avant);
  });

  it('/i18n/settings', async () => {
    const avant = (await superAdmin.get('/i18n/settings')).body as object;
    const reponse = toReponse(
      await agents[profil]!.put('/i18n/settings').send({ aiLocalizations: true })
    );
    expect(reponse).toMatchObject({ status: 403, data: null });
    expect((await superAdmin.get('/i18n/settings')).body).toEqual(avant);
  });
});

interface Metadatas {
  [champ: string]: { edit?: { label?: string } };
}
interface Configuration {
  settings: object;
  metadatas: Metadatas;
  layouts: object;
}

describe('les adresses des fiches uniques, sur une liste', () => {
  it.each([...PROFILS, 'strapi-super-admin'])(
    '%s : rien n’y répond, rien n’y bouge',
    async (profil) => {
      const agent = agents[profil] ?? superAdmin;
      await create('entrepreneur', { nom: 'PALMER', prenom: 'Julien' });
      const nombre = () => app.strapi.db.query('api::entrepreneur.entrepreneur').count();
      const avant = await nombre();
      const url = `${CM}/single-types/api::entrepreneur.entrepreneur`;
      for (const reponse of [
        await agent.get(url),
        await agent.put(url).send({ nom: 'PRIS' }),
        await agent.delete(url),
        await agent.get(`${url}/actions/countDraftRelations`),
      ]) {
        // 403: the right to delete comes first.
        expect([403, 404]).toContain(reponse.status);
      }
      expect(await nombre()).toBe(avant);
      expect(
        await app.strapi.db
          .query('api::entrepreneur.entrepreneur')
          .count({ where: { nom: 'PRIS' } })
      ).toBe(0);
    }
  );
});
