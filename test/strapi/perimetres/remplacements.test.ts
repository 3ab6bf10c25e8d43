import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comptes } from '../../../src/plugins/sms-mailing/core/api/profils';
import type { Etendue } from '../../../src/plugins/sms-mailing/core/perimetre';
import { agentOf, createUser, findRole, type Agent } from '../harness';
import { ETENDUES, openPerimetres, SUIVIES, type Perimetres } from './base';
import { attendues, listDuCrm, listDuRepertoire } from './listes';

const DU = '2022-03-03';
const AU = '2022-03-04';
const LIMITES = ETENDUES.filter((limites) => limites.length > 0).map((limites) => ({
  limites,
  nom: limites.join(' + '),
}));
const MIDI = (jour: string): Date => new Date(`${jour}T11:00:00Z`);

/** « personnel », attached to nothing, replaces « compte », who is « moi ». */
let perimetres: Perimetres;

const remplacer = (id: number, par: number, agent?: Agent, periode = { du: DU, au: AU }) =>
  perimetres.base.ask(
    'put',
    `/comptes/${String(id)}/rattachement`,
    { antenneIds: [], equipeIds: [], remplacement: { par, ...periode } },
    agent
  );

async function limit(code: string, etendues: readonly Etendue[]): Promise<void> {
  const role = await findRole(perimetres.base.app, code);
  await perimetres.base.sql(
    `UPDATE admin_permissions SET conditions = $1::jsonb
      WHERE id IN (SELECT permission_id FROM admin_permissions_role_lnk WHERE role_id = $2)`,
    [
      JSON.stringify(etendues.map((etendue) => `plugin::sms-mailing.perimetre-${etendue}`)),
      role!.id,
    ]
  );
}

beforeAll(async () => {
  perimetres = await openPerimetres();
  const { compte, personnel } = perimetres;
  expect((await remplacer(compte.id, personnel.id)).status).toBe(200);
});
afterAll(() => perimetres.close());

describe('décision G17 : « Remplacée par … du … au … » prête le périmètre', () => {
  it.each(LIMITES)(
    'limité à $nom, qui remplace voit les mêmes personnes, module et Content Manager',
    async ({ limites }) => {
      await perimetres.setEtendues(limites);
      perimetres.base.setHeure(MIDI(DU));
      const { agentPersonnel } = perimetres;
      for (const type of SUIVIES) {
        const voulues = attendues(perimetres, type, limites);
        expect(await listDuRepertoire(perimetres, type, agentPersonnel)).toEqual(voulues);
        expect(await listDuCrm(perimetres, type, agentPersonnel)).toEqual(voulues);
      }
      expect(await listDuCrm(perimetres, 'action', agentPersonnel)).toEqual(
        attendues(perimetres, 'action', limites)
      );
    }
  );

  it('du premier au dernier jour, ni avant ni après', async () => {
    await perimetres.setEtendues(['antenne']);
    const nombres: number[] = [];
    for (const jour of ['2022-03-02', DU, AU, '2022-03-05']) {
      perimetres.base.setHeure(MIDI(jour));
      const { agentPersonnel } = perimetres;
      const lues = await listDuRepertoire(perimetres, 'entrepreneur', agentPersonnel);
      expect((await listDuCrm(perimetres, 'entrepreneur', agentPersonnel)).length).toBe(
        lues.length
      );
      nombres.push(lues.length);
    }
    expect(nombres).toEqual([0, 4, 4, 0]);
    perimetres.base.setHeure(MIDI(DU));
  });

  it('celle qui part garde ce qu’elle voit ; qui la remplace ne prête pas à son tour', async () => {
    const { base, agent, personnel } = perimetres;
    const voulues = attendues(perimetres, 'entrepreneur', ['antenne']);
    expect(await listDuRepertoire(perimetres, 'entrepreneur', agent)).toEqual(voulues);
    const tiers = await createUser(base.app, 'sms-profil-specifique');
    expect((await remplacer(personnel.id, tiers.id)).status).toBe(200);
    const lui = await agentOf(base.app, tiers);
    expect(await listDuRepertoire(perimetres, 'entrepreneur', lui)).toEqual([]);
    expect(await listDuCrm(perimetres, 'entrepreneur', lui)).toEqual([]);
  });

  it('chacune garde son étendue : un Conseiller « Assigné » prête ses fiches, pas son antenne', async () => {
    const { base, compte, personnel, agentPersonnel } = perimetres;
    const conseiller = await findRole(base.app, 'sms-conseiller');
    await base.sql('UPDATE admin_users_roles_lnk SET role_id = $1 WHERE user_id = $2', [
      conseiller!.id,
      compte.id,
    ]);
    await limit('sms-conseiller', ['assigne']);
    const voulues = attendues(perimetres, 'entrepreneur', ['assigne']);
    expect(await listDuRepertoire(perimetres, 'entrepreneur', agentPersonnel)).toEqual(voulues);
    expect(await listDuCrm(perimetres, 'entrepreneur', agentPersonnel)).toEqual(voulues);

    // Who sees everything lends where she is attached, never everything.
    await limit('sms-conseiller', []);
    const chez = attendues(perimetres, 'entrepreneur', ['antenne']);
    expect(await listDuRepertoire(perimetres, 'entrepreneur', agentPersonnel)).toEqual(chez);
    expect(await listDuCrm(perimetres, 'entrepreneur', agentPersonnel)).toEqual(chez);
    expect(personnel.id).not.toBe(compte.id);
  });

  it('il se lit à côté du compte, et s’enlève', async () => {
    const { base, compte, personnel } = perimetres;
    const lire = async () =>
      (await base.ask<Comptes>('get', '/comptes')).data.comptes.find(({ id }) => id === compte.id)!
        .remplacement;
    expect(await lire()).toMatchObject({ par: personnel.id, du: DU, au: AU });
    const rattacher = (suite: object) =>
      base.ask('put', `/comptes/${String(compte.id)}/rattachement`, {
        ...{ antenneIds: [], equipeIds: [], ...suite },
      });
    // Not said: it stays.
    expect((await rattacher({})).status).toBe(200);
    expect(await lire()).not.toBe(null);
    expect((await rattacher({ remplacement: null })).status).toBe(200);
    expect(await lire()).toBe(null);
  });

  it('un remplacement à l’envers, par soi ou par un inconnu est refusé en français', async () => {
    const { compte, personnel } = perimetres;
    const phrase = async (par: number, periode = { du: DU, au: AU }) => {
      const { status, erreur } = await remplacer(compte.id, par, undefined, periode);
      return [status, erreur?.message];
    };
    expect(await phrase(personnel.id, { du: AU, au: DU })).toEqual([
      400,
      expect.stringContaining('Le remplacement finit avant de commencer'),
    ]);
    expect(await phrase(compte.id)).toEqual([
      400,
      'Un compte ne se remplace pas lui-même : choisissez un autre compte.',
    ]);
    expect(await phrase(999_999)).toEqual([400, expect.stringContaining('n’existe plus')]);
  });
});

describe('qui gère les profils sans tout voir ne donne pas plus que ce qu’il a', () => {
  const rattacher = (agent: Agent, id: number, saisie: object) =>
    perimetres.base.ask(
      'put',
      `/comptes/${String(id)}/rattachement`,
      { antenneIds: [], equipeIds: [], ...saisie },
      agent
    );

  it('ni à soi-même, ni à un autre compte, ni par un remplacement', async () => {
    const { base, ids, compte } = perimetres;
    const gerante = await createUser(base.app, 'sms-profil-specifique');
    const complice = await createUser(base.app, 'sms-conseiller');
    const agent = await agentOf(base.app, gerante);
    const role = await findRole(base.app, 'sms-profil-specifique');
    const roles = base.app.strapi.service('admin::role') as unknown as {
      addPermissions(id: number, droits: object[]): Promise<unknown>;
    };
    await perimetres.setEtendues(['antenne']);
    await roles.addPermissions(role!.id, [
      { action: 'plugin::sms-mailing.profils.gerer-profils', conditions: [] },
      { action: 'plugin::sms-mailing.profils.consulter-profils', conditions: [] },
    ]);
    await rattacher(base.admin, gerante.id, { antenneIds: [ids['Arras']] });
    const refus = { regle: 'rattachement-au-dela' };
    const lens = { antenneIds: [ids['Lens']] };
    const moi = { antenneIds: [ids['Arras']] };
    const demandes = [
      rattacher(agent, gerante.id, { antenneIds: [ids['Arras'], ids['Lens']] }),
      rattacher(agent, complice.id, lens),
      rattacher(agent, complice.id, { equipeIds: [ids['Bleue']] }),
      rattacher(agent, compte.id, { remplacement: { par: gerante.id, du: DU, au: AU } }),
    ];
    for (const demande of demandes) {
      const { status, erreur } = await demande;
      expect([status, erreur?.details]).toMatchObject([400, refus]);
    }
    expect((await rattacher(agent, complice.id, moi)).status).toBe(200);
  });
});

describe('le récapitulatif d’une action va à qui remplace l’intervenant ce soir-là', () => {
  it('à son adresse, et à l’intervenant dès son retour', async () => {
    const { base, ids, compte, personnel, documents } = perimetres;
    await base.sql(`UPDATE intervenants SET email = 'moi@boite.test' WHERE id = $1`, [ids['moi']]);
    const [{ email } = { email: '' }] = await base.sql<{ email: string }>(
      'SELECT email FROM admin_users WHERE id = $1',
      [personnel.id]
    );
    await remplacer(compte.id, personnel.id, undefined, { du: DU, au: DU });
    const modeleDocumentId = await base.createModele({
      ...{ nom: 'Rappel', objet: 'Rappel', message: '<p>À bientôt</p>' },
      modalites: ['envoi_automatique'],
    });
    await base.createRegle({
      ...{ typeContact: 'email', modeleDocumentId, delai: -2, recapIntervenant: true },
      criteres: { natures: ['Collective'] },
    });
    for (const date of ['2022-03-05', '2022-03-06']) {
      const { documentId: action } = await perimetres.create('action', {
        ...{ nature: 'Collective', date, objet: `Le ${date}`, animateur: documents['moi'] },
      });
      const entrepreneur = perimetres.fiches['entrepreneur']![0]!.documentId;
      await perimetres.create('participation', { entrepreneur, action, statut: 'Inscrit' });
    }
    const lecteurs = async (objet: string): Promise<string[]> =>
      (
        await base.sql<{ adresse: string }>(
          `SELECT v.adresse FROM sms_avis v JOIN actions a ON a.id = v.action_id WHERE a.objet = $1`,
          [objet]
        )
      ).map(({ adresse }) => adresse);
    for (const minutes of [0, 1, 2]) {
      await base.tick(new Date(Date.UTC(2022, 2, 3, 18, minutes)));
    }
    expect(await lecteurs('Le 2022-03-05')).toEqual([email]);
    for (const minutes of [0, 1, 2]) {
      await base.tick(new Date(Date.UTC(2022, 2, 4, 18, minutes)));
    }
    expect(await lecteurs('Le 2022-03-06')).toEqual(['moi@boite.test']);
  });
});
