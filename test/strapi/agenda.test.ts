import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { up } from '../../database/migrations/2026.11.28T16.00.00.noms-des-fiches';
import type { ActionOuverte, Agenda } from '../../src/plugins/sms-mailing/core/api/agenda';
import { toReponse, type Reponse } from './base-du-guide';
import { openFiches, type Fiches } from './fiches-ecrites';
import { agentFor, findRole, startApp, stopApp, type Agent, type App } from './harness';

let app: App;
let fiches: Fiches;
let lena: string;
let paul: string;
let equipe: string;
let atelier: string;

beforeAll(async () => {
  app = await startApp();
  fiches = await openFiches(app);
});
afterAll(() => stopApp(app));

const creerAction = (objet: string, date: string, suite: object = {}): Promise<string> =>
  fiches.create('action', { objet, nature: 'Collective', date, ...suite });

beforeEach(async () => {
  for (const table of ['participations', 'actions', 'entrepreneurs', 'intervenants', 'equipes']) {
    await app.strapi.db.connection(table).delete();
  }
  equipe = await fiches.create('equipe', { nom: 'Nord' });
  lena = await fiches.create('intervenant', {
    nom: 'PARIS',
    prenom: 'Lena',
    utilisateur: fiches.compte.id,
  });
  paul = await fiches.create('intervenant', { nom: 'NORD', prenom: 'Paul', equipe });
  const site = await fiches.create('site', { nom: 'Mairie' });
  atelier = await creerAction('Atelier', '2022-03-05', {
    heureDebut: '09:30:00.000',
    heureFin: '10:30:00.000',
    capacite: 10,
    ...{ site, animateur: paul, intervenants: [lena] },
  });
  await creerAction('Annulé', '2022-03-06', { statut: 'Annulée', animateur: lena });
  await creerAction('Seul', '2022-03-07');
});

const SEMAINE = { debut: '2022-02-28', fin: '2022-03-07' };
const MOIS = { debut: '2022-02-28', fin: '2022-04-11' };

async function read(
  query: Record<string, string>,
  agent: Agent = fiches.conseiller
): Promise<Reponse<Agenda>> {
  return toReponse(await agent.get('/sms-mailing/agenda').query(query)) as Reponse<Agenda>;
}

const objets = async (query: Record<string, string>, agent?: Agent): Promise<string[]> =>
  (await read(query, agent)).data.actions.map(({ objet }) => objet);

describe('L’agenda', () => {
  it('donne les actions de la période, ses deux bornes comprises comme on les lit', async () => {
    expect(await objets({ ...SEMAINE, qui: 'tous' })).toEqual(['Atelier', 'Annulé']);
    expect(await objets({ ...MOIS, qui: 'tous' })).toEqual(['Atelier', 'Annulé', 'Seul']);
    const { data } = await read({ ...SEMAINE, qui: 'tous' });
    expect(data.actions[0]).toEqual({
      documentId: atelier,
      objet: 'Atelier',
      date: '2022-03-05',
      heureDebut: '09:30',
      heureFin: '10:30',
      lieu: 'Mairie',
      nature: 'Collective',
      annulee: false,
      intervenants: ['Paul NORD', 'Lena PARIS'],
      inscrits: 0,
      capacite: 10,
    });
    expect(data).toMatchObject({ coupee: false, equipes: [{ documentId: equipe, nom: 'Nord' }] });
  });

  it('est celui de tout intervenant, de toute équipe, ou le sien', async () => {
    expect(await objets({ ...MOIS, qui: `intervenant:${lena}` })).toEqual(['Atelier', 'Annulé']);
    expect(await objets({ ...MOIS, qui: `equipe:${equipe}` })).toEqual(['Atelier']);
    expect(await objets({ ...MOIS, qui: 'intervenant:inconnu' })).toEqual([]);
    expect((await read({ ...MOIS, qui: 'moi' })).data).toMatchObject({
      moi: lena,
      actions: [{ objet: 'Atelier' }, { objet: 'Annulé' }],
    });
    const sien = await read({ ...MOIS, qui: 'moi' }, fiches.administrateur);
    expect(sien.data.moi).toBeNull();
    expect(sien.data.actions).toHaveLength(3);
  });

  it('dit combien viennent, puis qui, les annulés à la fin', async () => {
    for (const [nom, statut] of [
      ['DURAND', 'Annulé'],
      ['PALMER', 'Inscrit'],
      ['ÉLIE', "Liste d'attente"],
      ['BERNARD', 'Inscrit'],
    ] as const) {
      const entrepreneur = await fiches.create('entrepreneur', { nom, prenom: 'Jo' });
      await fiches.create('participation', { action: atelier, entrepreneur, statut });
    }
    const { data } = await read({ ...SEMAINE, qui: 'tous' });
    expect(data.actions[0]).toMatchObject({ inscrits: 2, capacite: 10 });
    const ouverte = toReponse(
      await fiches.conseiller.get(`/sms-mailing/agenda/${atelier}`)
    ) as Reponse<ActionOuverte>;
    expect(ouverte).toMatchObject({ status: 200, data: { objet: 'Atelier', inscrits: 2 } });
    expect(ouverte.data.participants.map(({ nom, statut }) => [nom, statut])).toEqual([
      ['BERNARD Jo', 'Inscrit'],
      ['ÉLIE Jo', "Liste d'attente"],
      ['PALMER Jo', 'Inscrit'],
      ['DURAND Jo', 'Annulé'],
    ]);
  });

  it.each([
    [{ ...SEMAINE, qui: 'equipe:' }],
    [{ debut: '2022-03-07', fin: '2022-03-07', qui: 'tous' }],
    [{ debut: '2022-01-01', fin: '2023-01-01', qui: 'tous' }],
    [{ debut: 'lundi', fin: '2022-03-07', qui: 'tous' }],
    [SEMAINE],
  ])('refuse %j en disant quoi corriger', async (query) => {
    const { status, erreur } = await read(query);
    expect(status).toBe(400);
    expect(erreur?.message).toMatch(/Donnez|Entre|Choisissez|renseigner|Saisissez/);
  });

  it('une action qui n’existe plus se dit', async () => {
    const reponse = toReponse(await fiches.conseiller.get('/sms-mailing/agenda/inconnue'));
    expect(reponse.status).toBe(400);
    expect(reponse.erreur?.message).toContain('Cette action n’existe pas');
  });
});

it('un profil d’avant qui consultait les historiques ouvre l’agenda après la migration, une fois', async () => {
  const { id } = (await findRole(app, 'sms-conseiller'))!;
  const knex = app.strapi.db.connection;
  const agendas = () =>
    knex('admin_permissions')
      .join('admin_permissions_role_lnk', 'permission_id', 'admin_permissions.id')
      .where({ role_id: id, action: 'plugin::sms-mailing.fiches.consulter-agenda' });
  await knex('admin_permissions')
    .whereIn(
      'id',
      (await agendas()).map(({ permission_id: droit }: { permission_id: number }) => droit)
    )
    .delete();
  const agent = await agentFor(app, 'sms-conseiller');
  expect((await read({ ...SEMAINE, qui: 'tous' }, agent)).status).toBe(403);
  for (const passage of [1, 2]) {
    await knex.transaction((trx) => up(trx));
    expect([passage, (await agendas()).length]).toEqual([passage, 1]);
  }
  expect((await read({ ...SEMAINE, qui: 'tous' }, agent)).status).toBe(200);
});
