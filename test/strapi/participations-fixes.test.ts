import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toReponse } from './base-du-guide';
import { idOf, openFiches, url, type Fiches } from './fiches-ecrites';
import { startApp, stopApp, type App } from './harness';

const GARDE = /^Une participation garde son action et sa personne/;

let app: App;
let fiches: Fiches;
let sql: pg.Client;

beforeAll(async () => {
  app = await startApp();
  fiches = await openFiches(app);
  sql = new pg.Client({ connectionString: app.database.url });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await stopApp(app);
});

const creerAction = (objet: string): Promise<string> =>
  fiches.create('action', { objet, nature: 'Collective', date: '2022-03-04' });

describe('une participation garde son action et sa personne', () => {
  let sienne: string;
  let autreAction: string;
  let palmer: string;
  let paris: string;
  let participation: string;

  const liens = async (documentId = participation) => {
    const { action, entrepreneur } = await fiches.read(
      'participation',
      documentId,
      'action',
      'entrepreneur'
    );
    return [action?.documentId, entrepreneur?.documentId];
  };

  beforeEach(async () => {
    [sienne, autreAction] = [await creerAction('Sienne'), await creerAction('Autre')];
    palmer = await fiches.create('entrepreneur', { nom: 'PALMER', prenom: 'Julien' });
    paris = await fiches.create('entrepreneur', { nom: 'PARIS', prenom: 'Lena' });
    participation = await fiches.create('participation', { action: sienne, entrepreneur: palmer });
  });

  async function expectRefus(demande: Promise<{ status: number; body: unknown }>): Promise<void> {
    const reponse = toReponse(await demande);
    expect(reponse).toMatchObject({ status: 400, data: null });
    expect(reponse.erreur?.message).toMatch(GARDE);
    expect(await liens()).toEqual([sienne, palmer]);
  }

  it('depuis sa propre fiche', async () => {
    const sa = url('participation', `/${participation}`);
    for (const agent of [fiches.conseiller, fiches.administrateur]) {
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
      prises.push(await fiches.create('participation', { action: sienne, entrepreneur: palmer }));
    }
    const connect = prises.map((documentId) => ({ documentId }));
    for (const agent of [fiches.conseiller, fiches.administrateur]) {
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
    const situation = await fiches.create('situation', {
      date: '2022-01-01',
      entrepreneur: palmer,
    });
    for (const [type, source] of [
      ['action', sienne],
      ['entrepreneur', palmer],
    ] as const) {
      const reponse = await fiches.administrateur.post(url(type, `/clone/${source}`)).send({});
      expect(reponse.status).toBe(200);
      const documentId = idOf(reponse);
      expect(documentId).not.toBe(source);
      expect(await fiches.read(type, documentId, 'participations')).toMatchObject({
        participations: [],
      });
    }
    expect(await liens()).toEqual([sienne, palmer]);
    expect(await fiches.read('situation', situation, 'entrepreneur')).toMatchObject({
      entrepreneur: { documentId: palmer },
    });
  });

  it('par l’API', async () => {
    const envoi = (chemin: string, data: object) =>
      Promise.resolve(fiches.logiciel.put(`/api/${chemin}`).send({ data }));
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
    const reponse = await fiches.conseiller
      .put(url('participation', `/${participation}`))
      .send(saisie);
    expect(reponse.status).toBe(200);
    expect(await fiches.read('participation', participation)).toMatchObject({ statut: 'Annulé' });
    const meme = { participations: { connect: [{ documentId: participation }] } };
    expect((await fiches.conseiller.put(url('action', `/${sienne}`)).send(meme)).status).toBe(200);
    expect(await liens()).toEqual([sienne, palmer]);
  });

  it('née sans action, elle en prend une ; supprimée, ou son action, rien ne la retient', async () => {
    const neuve = await fiches.create('participation', { entrepreneur: paris });
    const corps = { participations: { connect: [{ documentId: neuve }] } };
    expect((await fiches.conseiller.put(url('action', `/${autreAction}`)).send(corps)).status).toBe(
      200
    );
    expect(await liens(neuve)).toEqual([autreAction, paris]);
    for (const [type, documentId] of [
      ['participation', participation],
      ['action', autreAction],
      ['entrepreneur', paris],
    ] as const) {
      expect((await fiches.administrateur.delete(url(type, `/${documentId}`))).status).toBe(200);
    }
    expect(await liens(neuve)).toEqual([undefined, undefined]);
  });
});

describe('une situation, un projet, un parcours restent à leur personne', () => {
  it.each([
    ['situation', 'situations', { date: '2022-01-01' }, 'Une situation reste à sa personne'],
    ['projet', 'projets', { nom: 'Crêperie' }, 'Un projet reste à sa personne'],
    ['parcours', 'parcours', { dateDebut: '2022-01-01' }, 'Un parcours reste à sa personne'],
  ])('%s', async (type, relation, champs, phrase) => {
    const palmer = await fiches.create('entrepreneur', { nom: 'PALMER', prenom: 'Julien' });
    const paris = await fiches.create('entrepreneur', { nom: 'PARIS', prenom: 'Lena' });
    const documentId = await fiches.create(type, { ...champs, entrepreneur: palmer });
    const connect = [{ documentId }];
    for (const demande of [
      () => fiches.conseiller.put(url(type, `/${documentId}`)).send({ entrepreneur: paris }),
      () =>
        fiches.conseiller.put(url('entrepreneur', `/${paris}`)).send({ [relation]: { connect } }),
      () =>
        fiches.logiciel
          .put(`/api/entrepreneurs/${paris}`)
          .send({ data: { [relation]: { set: connect } } }),
      () =>
        fiches.administrateur
          .put(url('entrepreneur', `/${palmer}`))
          .send({ [relation]: { disconnect: connect } }),
    ]) {
      const reponse = toReponse(await demande());
      expect(reponse).toMatchObject({ status: 400, data: null });
      expect(reponse.erreur?.message).toContain(phrase);
    }
    await expect(sql.query(`DELETE FROM ${relation}_entrepreneur_lnk`)).rejects.toMatchObject({
      constraint: `${type}_fixe`,
    });
    expect(await fiches.read(type, documentId, 'entrepreneur')).toMatchObject({
      entrepreneur: { documentId: palmer },
    });
    expect((await fiches.administrateur.delete(url('entrepreneur', `/${palmer}`))).status).toBe(
      200
    );
  });
});
