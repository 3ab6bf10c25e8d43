import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toReponse } from './base-du-guide';
import { agentFor, logicielFor, startApp, stopApp, type Agent, type App } from './harness';

const SECRETS = [
  'password',
  'resetPasswordToken',
  'registrationToken',
  'confirmationToken',
  'accessKey',
  'encryptedKey',
];
const ENTREPRENEURS = '/content-manager/collection-types/api::entrepreneur.entrepreneur';
const INTERVENANTS = '/content-manager/collection-types/api::intervenant.intervenant';
const REFERENTS = '/content-manager/relations/api::entrepreneur.entrepreneur/referent';

let app: App;
let administrateur: Agent;
let conseiller: Agent;
let logiciel: Agent;

/** The forms in which Strapi reads the path `a.b.c` of a query. */
function listFormes(chemin: readonly string[]): string[] {
  const crochets = chemin.map((mot) => `[${mot}]`).join('');
  const points = chemin.join('.');
  const [premier = '', ...reste] = chemin;
  const sousPremier = reste.join('.');
  return [
    `sort=nom,${points}:desc`,
    `sort[0]=${points}`,
    `sort${crochets}=desc`,
    `sort[0]${crochets}=asc`,
    `filters${crochets}[$startsWith]=a`,
    `filters[$and][0][$not]${crochets}[$contains]=a`,
    ...(sousPremier === ''
      ? []
      : [
          `populate[${premier}][sort]=${sousPremier}`,
          `populate[${premier}][fields]=${sousPremier}`,
        ]),
  ];
}

beforeAll(async () => {
  app = await startApp();
  administrateur = await agentFor(app, 'sms-administrateur');
  conseiller = await agentFor(app, 'sms-conseiller');
  logiciel = await logicielFor(app);
});
afterAll(() => stopApp(app));

async function expectRefus(agent: Agent, url: string): Promise<void> {
  const reponse = toReponse(await agent.get(url));
  expect(reponse, url).toMatchObject({ status: 400, data: null });
  expect(reponse.erreur?.message, url).toMatch(
    /^On ne trie ni ne cherche par ce champ d’un compte/
  );
}

describe('les champs privés des comptes ne trient ni ne filtrent rien', () => {
  it.each(SECRETS)('%s : ni le panneau, ni l’API, à aucune profondeur', async (secret) => {
    const chemins: [Agent, string, string[]][] = [
      [administrateur, '/admin/users', [secret]],
      [administrateur, '/admin/users', ['roles', 'users', secret]],
      [conseiller, INTERVENANTS, ['utilisateur', secret]],
      [conseiller, ENTREPRENEURS, ['referent', 'utilisateur', secret]],
      [conseiller, ENTREPRENEURS, ['createdBy', secret]],
      [conseiller, REFERENTS, ['utilisateur', secret]],
      [logiciel, '/api/entrepreneurs', ['referent', 'utilisateur', secret]],
      [logiciel, '/api/users', [secret]],
    ];
    for (const [agent, url, chemin] of chemins) {
      for (const forme of listFormes(chemin)) {
        await expectRefus(agent, `${url}?${forme}`);
      }
    }
  });

  it.each(['email', 'isActive', 'blocked'])(
    '%s d’un compte, par une fiche qui y mène : non plus',
    async (prive) => {
      for (const forme of listFormes(['utilisateur', prive])) {
        await expectRefus(conseiller, `${INTERVENANTS}?${forme}`);
      }
      for (const forme of listFormes(['referent', 'utilisateur', prive])) {
        await expectRefus(logiciel, `/api/entrepreneurs?${forme}`);
      }
    }
  );

  it('tout ce que Strapi garde hors de ses recherches sur un compte est de la liste', () => {
    const comptes = ['admin::user', 'admin::api-token', 'plugin::users-permissions.user'];
    const secrets = comptes.flatMap((uid) =>
      Object.entries(app.strapi.contentTypes[uid as 'admin::user']!.attributes)
        .filter(([, un]) => (un as { searchable?: boolean }).searchable === false)
        .map(([nom]) => nom)
    );
    expect([...new Set(secrets)].sort()).toEqual(
      [...SECRETS, 'preferedLanguage', 'resetPasswordTokenExpiresAt'].sort()
    );
  });
});

describe('ce qui se trie et se filtre reste', () => {
  it.each([
    [INTERVENANTS, 'sort=email:desc'],
    [INTERVENANTS, 'filters[email][$contains]=password'],
    [INTERVENANTS, '_q=password'],
    [ENTREPRENEURS, 'filters[$and][0][createdBy][id][$eq]=1&sort=nom'],
    [ENTREPRENEURS, 'sort=createdBy.firstname'],
  ])('%s ?%s', async (url, query) => {
    expect((await conseiller.get(`${url}?${query}`)).status).toBe(200);
  });

  it.each(['sort=email:asc', 'sort=isActive', 'filters[email][$contains]=a'])(
    'la page des utilisateurs : %s',
    async (query) => {
      expect((await administrateur.get(`/admin/users?${query}`)).status).toBe(200);
    }
  );
});
