import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentFor, anonymous, startApp, stopApp, type Agent, type App } from './harness';

interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
}

const CONSEILLER_PEUT: readonly string[] = [
  'GET /mon-perimetre',
  'POST /envois-automatiques-pourquoi',
  'GET /signets',
  'GET /modeles',
  'GET /modeles/:documentId',
  'POST /modeles-apercu',
  'POST /signets-exemples',
  'GET /cobayes',
  'GET /references',
  'GET /pieces-jointes/:id',
  'GET /actions/:documentId/fiche',
  'POST /actions/:documentId/avant-envoi',
  'POST /actions/:documentId/envoyer',
  'GET /entrepreneurs/:documentId/fiche',
  'GET /actions-references',
  'GET /actions',
  'GET /personnes/:typeDestinataire',
  'GET /personnes/:typeDestinataire/:documentId',
  'GET /personnes/:typeDestinataire/:documentId/historique',
  'GET /accords/:typeDestinataire/:documentId',
  'GET /adresses-a-corriger',
  'GET /adresses-a-corriger-csv',
  'GET /actions/:documentId/deroule',
  'GET /actions/:documentId/vagues',
  'POST /actions/:documentId/retirer',
  'GET /places-liberees',
  'GET /actions/:documentId/places',
  'POST /actions/:documentId/proposer',
  'POST /actions/:documentId/reprendre-place',
  'GET /agenda',
  'GET /agenda/:documentId',
  'POST /entrepreneurs/:documentId/avant-envoi',
  'GET /actions/:documentId/historique',
  'POST /entrepreneurs/:documentId/programmer',
  'GET /entrepreneurs/:documentId/historique',
  'GET /envois/:documentId/message',
  'GET /envois/:documentId/pieces-jointes/:id',
  'POST /envois/pieces-jointes',
  'GET /envois/pieces-jointes/:id',
  'POST /envois/annuler',
];

const SEUL_ADMINISTRATEUR: readonly string[] = [
  'POST /envois-automatiques/:documentId/executer',
  'POST /soiree/executer',
  'GET /incertains',
  'POST /incertains/:documentId',
  'GET /profils',
  'GET /profils/:id',
  'POST /profils',
  'PUT /profils/:id',
  'DELETE /profils/:id',
  'GET /comptes',
  'GET /comptes/:id/droits',
  'PUT /comptes/:id/rattachement',
  'POST /packages-sms',
  'PUT /packages-sms/:documentId',
  'DELETE /packages-sms/:documentId',
  'POST /packages-sms/:documentId/corrections',
  'POST /effacements',
  'GET /preuves',
  'GET /journal',
  'GET /journal-csv',
  'GET /personnes/:typeDestinataire/:documentId/dossier',
  'GET /exemplaires',
  'GET /parametres',
  'PUT /parametres',
  'POST /parametres/connexion',
  'GET /parametres/boite',
  'POST /parametres/boite',
  'POST /parametres/verification-email',
  'POST /parametres/verification-sms',
  'POST /parametres/verification',
];

let app: App;
let routes: Route[];

function ask(agent: Agent, { method, path }: Route) {
  const url = `/sms-mailing${path.replace(':documentId', 'inconnu')}`;
  const verbe = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  return verbe === 'get' || verbe === 'delete' ? agent[verbe](url) : agent[verbe](url).send({});
}

async function refusees(agent: Agent): Promise<string[]> {
  const liste: string[] = [];
  for (const route of routes) {
    const { status } = await ask(agent, route);
    if (status === 403) {
      liste.push(`${route.method} ${route.path}`);
    }
  }
  return liste.sort();
}

beforeAll(async () => {
  app = await startApp();
  const plugin = app.strapi.plugin('sms-mailing') as unknown as {
    routes: { admin: { routes: Route[] } };
  };
  routes = plugin.routes.admin.routes;
});

afterAll(() => stopApp(app));

describe('Guide §4 : chaque route demande un droit, chaque profil a les siens', () => {
  it('sans connexion, rien ne répond', async () => {
    expect(routes.length).toBeGreaterThan(30);
    for (const route of routes) {
      expect((await ask(anonymous(app), route)).status).toBe(401);
    }
  });

  it('l’Administrateur n’est refusé nulle part', async () => {
    expect(await refusees(await agentFor(app, 'sms-administrateur'))).toEqual([]);
  });

  it('le Profil spécifique paramètre et envoie, sans toucher aux réglages', async () => {
    expect(await refusees(await agentFor(app, 'sms-profil-specifique'))).toEqual(
      [...SEUL_ADMINISTRATEUR].sort()
    );
  });

  it('le Conseiller envoie depuis les fiches et rien d’autre', async () => {
    const toutes = routes.map(({ method, path }) => `${method} ${path}`);
    expect(await refusees(await agentFor(app, 'sms-conseiller'))).toEqual(
      toutes.filter((route) => !CONSEILLER_PEUT.includes(route)).sort()
    );
  });

  it('les profils de Strapi restent là à côté des trois du guide', async () => {
    const codes = await app.strapi.db.query('admin::role').findMany({ select: ['code'] });
    expect(codes.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining([
        'strapi-super-admin',
        'sms-administrateur',
        'sms-profil-specifique',
        'sms-conseiller',
      ])
    );
  });
});
