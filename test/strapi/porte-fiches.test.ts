import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toReponse } from './base-du-guide';
import { idOf, openFiches, url, type Fiches } from './fiches-ecrites';
import { agentFor, startApp, stopApp, type App } from './harness';

const FICHES = ['entrepreneur', 'action', 'participation', 'situation', 'projet', 'parcours'];

let app: App;
let fiches: Fiches;

beforeAll(async () => {
  app = await startApp();
  fiches = await openFiches(app);
});
afterAll(async () => {
  await stopApp(app);
});

describe('décision G5 : nul autre qu’un Administrateur ne supprime une fiche', () => {
  it.each(['sms-conseiller', 'sms-profil-specifique'])(
    '%s : ni une, ni plusieurs',
    async (profil) => {
      const agent = await agentFor(app, profil);
      for (const type of FICHES) {
        const data = {
          nom: 'A',
          prenom: 'B',
          objet: 'C',
          nature: 'Collective',
          date: '2022-03-04',
        };
        const documentId = await fiches.create(type, data);
        const lot = { documentIds: [documentId] };
        const supprime = toReponse(await agent.delete(url(type, `/${documentId}`)));
        const groupe = toReponse(await agent.post(url(type, '/actions/bulkDelete')).send(lot));
        expect([type, supprime.status, groupe.status]).toEqual([type, 403, 403]);
        expect(await fiches.read(type, documentId)).not.toBeNull();
      }
    }
  );

  it('l’Administrateur le peut', async () => {
    const documentId = await fiches.create('entrepreneur', { nom: 'A', prenom: 'B' });
    expect((await fiches.administrateur.delete(url('entrepreneur', `/${documentId}`))).status).toBe(
      200
    );
  });
});

describe('décision G5 : une fiche créée par un Conseiller est la sienne, et à son antenne', () => {
  let antenne: string;
  let intervenant: string;
  let autre: string;

  beforeAll(async () => {
    antenne = await fiches.create('antenne', { nom: 'Arras' });
    intervenant = await fiches.create('intervenant', {
      nom: 'MOI',
      antenne,
      utilisateur: fiches.compte.id,
    });
    autre = await fiches.create('intervenant', { nom: 'AUTRE' });
  });

  it('ce qu’il dit du référent, de l’antenne ou de « fiche test » ne compte pas', async () => {
    const saisie = { nom: 'NEUF', prenom: 'Ève', ficheTest: true, antenne: null, referent: autre };
    const documentId = idOf(await fiches.conseiller.post(url('entrepreneur')).send(saisie));
    expect(await fiches.read('entrepreneur', documentId, 'antenne', 'referent')).toMatchObject({
      ficheTest: false,
      antenne: { documentId: antenne },
      referent: { documentId: intervenant },
    });
  });

  it('une copie aussi : elle ne garde pas ceux de l’autre', async () => {
    const source = await fiches.create('entrepreneur', {
      nom: 'COPIE',
      prenom: 'A',
      referent: autre,
    });
    const documentId = idOf(
      await fiches.conseiller.post(url('entrepreneur', `/clone/${source}`)).send({})
    );
    expect(await fiches.read('entrepreneur', documentId, 'referent')).toMatchObject({
      referent: { documentId: intervenant },
    });
  });

  it('une action prend l’antenne de qui la crée', async () => {
    const saisie = { objet: 'Atelier', nature: 'Collective', date: '2022-03-04' };
    const documentId = idOf(await fiches.conseiller.post(url('action')).send(saisie));
    expect(await fiches.read('action', documentId, 'antenne')).toMatchObject({
      antenne: { documentId: antenne },
    });
  });

  it('il ne change ni l’un ni l’autre d’une fiche qui existe', async () => {
    const documentId = await fiches.create('entrepreneur', {
      nom: 'PARIS',
      prenom: 'L',
      referent: autre,
    });
    const saisie = {
      prenom: 'Lena',
      ficheTest: true,
      antenne: { connect: [{ documentId: antenne }] },
      referent: { connect: [{ documentId: intervenant }] },
    };
    expect(
      (await fiches.conseiller.put(url('entrepreneur', `/${documentId}`)).send(saisie)).status
    ).toBe(200);
    expect(await fiches.read('entrepreneur', documentId, 'antenne', 'referent')).toMatchObject({
      prenom: 'Lena',
      ficheTest: false,
      antenne: null,
      referent: { documentId: autre },
    });
  });

  it('l’Administrateur et un logiciel disent ce qu’ils veulent', async () => {
    const saisie = { nom: 'LIBRE', prenom: 'A', ficheTest: true, referent: autre };
    const parPanneau = await fiches.administrateur.post(url('entrepreneur')).send(saisie);
    const parApi = await fiches.logiciel.post('/api/entrepreneurs').send({ data: saisie });
    for (const reponse of [parPanneau, parApi]) {
      const documentId = idOf(reponse);
      expect(await fiches.read('entrepreneur', documentId, 'referent')).toMatchObject({
        ficheTest: true,
        referent: { documentId: autre },
      });
    }
  });

  it('deux fiches Intervenant pour un même compte : refusé, et dit', async () => {
    const double = await fiches.create('intervenant', {
      nom: 'DOUBLE',
      utilisateur: fiches.compte.id,
    });
    const reponse = toReponse(
      await fiches.conseiller.post(url('entrepreneur')).send({ nom: 'X', prenom: 'Y' })
    );
    expect(reponse.status).toBe(400);
    expect(reponse.erreur?.message).toMatch(/Plusieurs fiches Intervenant portent votre compte/);
    await app.strapi.db
      .query('api::intervenant.intervenant')
      .delete({ where: { documentId: double } });
  });
});
