import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toReponse } from './base-du-guide';
import {
  agentFor,
  anonymous,
  createUser,
  agentOf,
  startApp,
  stopApp,
  type Agent,
  type App,
} from './harness';

const CM = '/content-manager/collection-types';
const uidOf = (type: string): string => `api::${type}.${type}`;
const url = (type: string, suite = ''): string => `${CM}/${uidOf(type)}${suite}`;
const FICHES = ['entrepreneur', 'action', 'participation', 'situation', 'projet', 'parcours'];
const GARDE = /^Une participation garde son action et sa personne/;

let app: App;
let sql: pg.Client;
let conseiller: Agent;
let administrateur: Agent;
let logiciel: Agent;
let compte: { id: number };

async function create(type: string, data: object): Promise<string> {
  const uid = uidOf(type) as 'api::entrepreneur.entrepreneur';
  return (await app.strapi.documents(uid).create({ data: data as never })).documentId;
}

async function read(type: string, documentId: string, ...populate: string[]) {
  return (await app.strapi.db
    .query(uidOf(type))
    .findOne({ where: { documentId }, populate })) as Record<string, { documentId: string } | null>;
}

const creerAction = (objet: string): Promise<string> =>
  create('action', { objet, nature: 'Collective', date: '2022-03-04' });

beforeAll(async () => {
  app = await startApp();
  sql = new pg.Client({ connectionString: app.database.url });
  await sql.connect();
  compte = await createUser(app, 'sms-conseiller');
  conseiller = await agentOf(app, compte);
  administrateur = await agentFor(app, 'sms-administrateur');
  const jetons = app.strapi.service('admin::api-token') as unknown as {
    create(jeton: object): Promise<{ accessKey: string }>;
  };
  const jeton = { name: 'Un logiciel', type: 'full-access', lifespan: null, description: '' };
  logiciel = anonymous(app).auth((await jetons.create(jeton)).accessKey, { type: 'bearer' });
});
afterAll(async () => {
  await sql.end();
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
        const documentId = await create(type, data);
        const lot = { documentIds: [documentId] };
        const supprime = toReponse(await agent.delete(url(type, `/${documentId}`)));
        const groupe = toReponse(await agent.post(url(type, '/actions/bulkDelete')).send(lot));
        expect([type, supprime.status, groupe.status]).toEqual([type, 403, 403]);
        expect(await read(type, documentId)).not.toBeNull();
      }
    }
  );

  it('l’Administrateur le peut', async () => {
    const documentId = await create('entrepreneur', { nom: 'A', prenom: 'B' });
    expect((await administrateur.delete(url('entrepreneur', `/${documentId}`))).status).toBe(200);
  });
});

describe('décision G5 : une fiche créée par un Conseiller est la sienne, et à son antenne', () => {
  let antenne: string;
  let intervenant: string;
  let autre: string;

  beforeAll(async () => {
    antenne = await create('antenne', { nom: 'Arras' });
    intervenant = await create('intervenant', { nom: 'MOI', antenne, utilisateur: compte.id });
    autre = await create('intervenant', { nom: 'AUTRE' });
  });

  it('ce qu’il dit du référent, de l’antenne ou de « fiche test » ne compte pas', async () => {
    const saisie = { nom: 'NEUF', prenom: 'Ève', ficheTest: true, antenne: null, referent: autre };
    const { body } = await conseiller.post(url('entrepreneur')).send(saisie);
    const { documentId } = (body as { data: { documentId: string } }).data;
    expect(await read('entrepreneur', documentId, 'antenne', 'referent')).toMatchObject({
      ficheTest: false,
      antenne: { documentId: antenne },
      referent: { documentId: intervenant },
    });
  });

  it('une copie aussi : elle ne garde pas ceux de l’autre', async () => {
    const source = await create('entrepreneur', { nom: 'COPIE', prenom: 'A', referent: autre });
    const { body } = await conseiller.post(url('entrepreneur', `/clone/${source}`)).send({});
    const { documentId } = (body as { data: { documentId: string } }).data;
    expect(await read('entrepreneur', documentId, 'referent')).toMatchObject({
      referent: { documentId: intervenant },
    });
  });

  it('une action prend l’antenne de qui la crée', async () => {
    const saisie = { objet: 'Atelier', nature: 'Collective', date: '2022-03-04' };
    const { body } = await conseiller.post(url('action')).send(saisie);
    const { documentId } = (body as { data: { documentId: string } }).data;
    expect(await read('action', documentId, 'antenne')).toMatchObject({
      antenne: { documentId: antenne },
    });
  });

  it('il ne change ni l’un ni l’autre d’une fiche qui existe', async () => {
    const documentId = await create('entrepreneur', { nom: 'PARIS', prenom: 'L', referent: autre });
    const saisie = {
      prenom: 'Lena',
      ficheTest: true,
      antenne: { connect: [{ documentId: antenne }] },
      referent: { connect: [{ documentId: intervenant }] },
    };
    expect((await conseiller.put(url('entrepreneur', `/${documentId}`)).send(saisie)).status).toBe(
      200
    );
    expect(await read('entrepreneur', documentId, 'antenne', 'referent')).toMatchObject({
      prenom: 'Lena',
      ficheTest: false,
      antenne: null,
      referent: { documentId: autre },
    });
  });

  it('l’Administrateur et un logiciel disent ce qu’ils veulent', async () => {
    const saisie = { nom: 'LIBRE', prenom: 'A', ficheTest: true, referent: autre };
    const parPanneau = await administrateur.post(url('entrepreneur')).send(saisie);
    const parApi = await logiciel.post('/api/entrepreneurs').send({ data: saisie });
    for (const { body } of [parPanneau, parApi]) {
      const { documentId } = (body as { data: { documentId: string } }).data;
      expect(await read('entrepreneur', documentId, 'referent')).toMatchObject({
        ficheTest: true,
        referent: { documentId: autre },
      });
    }
  });

  it('deux fiches Intervenant pour un même compte : refusé, et dit', async () => {
    const double = await create('intervenant', { nom: 'DOUBLE', utilisateur: compte.id });
    const reponse = toReponse(
      await conseiller.post(url('entrepreneur')).send({ nom: 'X', prenom: 'Y' })
    );
    expect(reponse.status).toBe(400);
    expect(reponse.erreur?.message).toMatch(/Plusieurs fiches Intervenant portent votre compte/);
    await app.strapi.db
      .query('api::intervenant.intervenant')
      .delete({ where: { documentId: double } });
  });
});

describe('une participation garde son action et sa personne', () => {
  let sienne: string;
  let autreAction: string;
  let palmer: string;
  let paris: string;
  let participation: string;

  const liens = async (documentId = participation) => {
    const { action, entrepreneur } = await read(
      'participation',
      documentId,
      'action',
      'entrepreneur'
    );
    return [action?.documentId, entrepreneur?.documentId];
  };

  beforeEach(async () => {
    [sienne, autreAction] = [await creerAction('Sienne'), await creerAction('Autre')];
    palmer = await create('entrepreneur', { nom: 'PALMER', prenom: 'Julien' });
    paris = await create('entrepreneur', { nom: 'PARIS', prenom: 'Lena' });
    participation = await create('participation', { action: sienne, entrepreneur: palmer });
  });

  async function expectRefus(demande: Promise<{ status: number; body: unknown }>): Promise<void> {
    const reponse = toReponse(await demande);
    expect(reponse).toMatchObject({ status: 400, data: null });
    expect(reponse.erreur?.message).toMatch(GARDE);
    expect(await liens()).toEqual([sienne, palmer]);
  }

  it('depuis sa propre fiche', async () => {
    const sa = url('participation', `/${participation}`);
    for (const agent of [conseiller, administrateur]) {
      for (const lien of [
        { action: { connect: [{ documentId: autreAction }] } },
        { action: { connect: [], disconnect: [{ documentId: sienne }] } },
        { action: { set: [{ documentId: autreAction }] } },
        { action: null },
        { entrepreneur: { connect: [{ documentId: paris }] } },
        { entrepreneur: null },
      ]) {
        await expectRefus(Promise.resolve(agent.put(sa).send(lien)));
      }
    }
  });

  it('depuis la fiche d’une action ou d’une personne : 400 d’un coup, aucune ne bouge', async () => {
    const prises = [participation];
    for (let i = 0; i < 5; i += 1) {
      prises.push(await create('participation', { action: sienne, entrepreneur: palmer }));
    }
    const connect = prises.map((documentId) => ({ documentId }));
    for (const agent of [conseiller, administrateur]) {
      for (const participations of [{ connect }, { set: connect }]) {
        const corps = { participations };
        await expectRefus(Promise.resolve(agent.put(url('action', `/${autreAction}`)).send(corps)));
        await expectRefus(Promise.resolve(agent.put(url('entrepreneur', `/${paris}`)).send(corps)));
        await expectRefus(
          Promise.resolve(
            agent
              .post(url('action'))
              .send({ objet: 'Neuve', nature: 'Collective', date: '2022-03-04', ...corps })
          )
        );
      }
      const disconnect = [{ documentId: participation }];
      await expectRefus(
        Promise.resolve(
          agent.put(url('action', `/${sienne}`)).send({ participations: { disconnect } })
        )
      );
      await expectRefus(
        Promise.resolve(
          agent.put(url('action', `/${sienne}`)).send({ participations: { set: [] } })
        )
      );
    }
    for (const prise of prises) {
      expect(await liens(prise)).toEqual([sienne, palmer]);
    }
  });

  it('par une copie de l’action ou de la personne : la copie naît sans ce qui est à l’autre', async () => {
    const situation = await create('situation', { date: '2022-01-01', entrepreneur: palmer });
    for (const [type, source] of [
      ['action', sienne],
      ['entrepreneur', palmer],
    ] as const) {
      const reponse = await administrateur.post(url(type, `/clone/${source}`)).send({});
      expect(reponse.status).toBe(200);
      const { documentId } = (reponse.body as { data: { documentId: string } }).data;
      expect(documentId).not.toBe(source);
      expect(await read(type, documentId, 'participations')).toMatchObject({ participations: [] });
    }
    expect(await liens()).toEqual([sienne, palmer]);
    expect(await read('situation', situation, 'entrepreneur')).toMatchObject({
      entrepreneur: { documentId: palmer },
    });
  });

  it('par l’API', async () => {
    const envoi = (chemin: string, data: object) =>
      Promise.resolve(logiciel.put(`/api/${chemin}`).send({ data }));
    await expectRefus(envoi(`participations/${participation}`, { action: autreAction }));
    await expectRefus(envoi(`participations/${participation}`, { entrepreneur: paris }));
    await expectRefus(
      envoi(`actions/${autreAction}`, { participations: { connect: [participation] } })
    );
    await expectRefus(envoi(`entrepreneurs/${paris}`, { participations: [participation] }));
  });

  it('par SQL', async () => {
    for (const requete of [
      `UPDATE participations_action_lnk SET action_id = (SELECT id FROM actions WHERE document_id = $1)
        WHERE participation_id = (SELECT id FROM participations WHERE document_id = $2)`,
      `INSERT INTO participations_action_lnk (action_id, participation_id)
       SELECT a.id, p.id FROM actions a, participations p WHERE a.document_id = $1 AND p.document_id = $2`,
      `DELETE FROM participations_action_lnk WHERE $1 <> ''
          AND participation_id = (SELECT id FROM participations WHERE document_id = $2)`,
    ]) {
      await expect(sql.query(requete, [autreAction, participation])).rejects.toMatchObject({
        constraint: 'participation_fixe',
      });
    }
  });

  it('son statut, sa présence et le reste se modifient, ses liens répétés tels quels aussi', async () => {
    const saisie = {
      statut: 'Annulé',
      action: { connect: [{ documentId: sienne }], disconnect: [] },
      entrepreneur: { set: [{ documentId: palmer }] },
    };
    const reponse = await conseiller.put(url('participation', `/${participation}`)).send(saisie);
    expect(reponse.status).toBe(200);
    expect(await read('participation', participation)).toMatchObject({ statut: 'Annulé' });
    const meme = { participations: { connect: [{ documentId: participation }] } };
    expect((await conseiller.put(url('action', `/${sienne}`)).send(meme)).status).toBe(200);
    expect(await liens()).toEqual([sienne, palmer]);
  });

  it('née sans action, elle en prend une ; supprimée, ou son action, rien ne la retient', async () => {
    const neuve = await create('participation', { entrepreneur: paris });
    const corps = { participations: { connect: [{ documentId: neuve }] } };
    expect((await conseiller.put(url('action', `/${autreAction}`)).send(corps)).status).toBe(200);
    expect(await liens(neuve)).toEqual([autreAction, paris]);
    for (const [type, documentId] of [
      ['participation', participation],
      ['action', autreAction],
      ['entrepreneur', paris],
    ] as const) {
      expect((await administrateur.delete(url(type, `/${documentId}`))).status).toBe(200);
    }
    expect(await liens(neuve)).toEqual([undefined, undefined]);
  });
});
