import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DroitsCompte, PageVue } from '../../../src/plugins/sms-mailing/core/api/profils';
import { agentFor, agentOf, createUser, findRole, type Agent } from '../harness';
import { openPerimetres, type Perimetres } from './base';
import { attendues } from './listes';

let perimetres: Perimetres;

beforeAll(async () => {
  perimetres = await openPerimetres();
});
afterAll(() => perimetres.close());

async function readPages(id: number, agent?: Agent): Promise<Record<string, PageVue>> {
  const { status, data } = await perimetres.base.ask<DroitsCompte>(
    'get',
    `/comptes/${String(id)}/droits`,
    undefined,
    agent
  );
  expect(status).toBe(200);
  return Object.fromEntries(data.pages.map((vue) => [vue.page, vue]));
}

const perimetreDe = (agent: Agent) =>
  perimetres.base.ask<Record<string, string>>('get', '/mon-perimetre', undefined, agent);

describe('« voir comme » : ce que chaque page montrerait à un compte', () => {
  it('compte et nomme les mêmes que le compte lit lui-même', async () => {
    const { base, agent, compte } = perimetres;
    await perimetres.setEtendues(['antenne']);
    const pages = await readPages(compte.id);
    for (const [page, type] of [
      ['Entrepreneurs', 'entrepreneur'],
      ['Contacts individuels', 'contact_individuel'],
      ['Entreprises partenaires', 'entreprise_partenaire'],
    ] as const) {
      const { data } = await base.ask<{
        total: number;
        lignes: { nom: string; raisonSociale: string | null }[];
      }>('get', `/personnes/${type}?pageSize=5`, undefined, agent);
      expect(pages[page]).toEqual({
        ...{ page, total: data.total, raison: null },
        premiers: data.lignes.map(({ nom, raisonSociale }) => raisonSociale ?? nom),
      });
    }
    expect(pages['Entrepreneurs']!.total).toBe(
      attendues(perimetres, 'entrepreneur', ['antenne']).length
    );
    const actions = await base.ask<{ total: number }>('get', '/actions', undefined, agent);
    expect(pages['Actions']!.total).toBe(actions.data.total);
  });

  it('une page fermée le dit ; rattaché à rien, elle ne montre personne', async () => {
    const { base, personnel } = perimetres;
    const conseiller = await createUser(base.app, 'sms-conseiller');
    const pages = await readPages(conseiller.id);
    expect(pages['Historique des campagnes']).toMatchObject({
      total: null,
      raison: 'La page ne lui est pas ouverte.',
    });
    const vide = await readPages(personnel.id);
    expect(vide['Entrepreneurs']).toMatchObject({ total: 0, premiers: [], raison: null });
  });

  it('qui regarde n’y lit personne qu’il ne voie lui-même', async () => {
    const { base, compte } = perimetres;
    await perimetres.setEtendues(['antenne']);
    const gerante = await createUser(base.app, 'sms-conseiller');
    const role = await findRole(base.app, 'sms-conseiller');
    const roles = base.app.strapi.service('admin::role') as unknown as {
      addPermissions(id: number, droits: object[]): Promise<unknown>;
    };
    await roles.addPermissions(role!.id, [
      { action: 'plugin::sms-mailing.profils.consulter-profils', conditions: [] },
    ]);
    await base.sql(
      `UPDATE admin_permissions SET conditions = '["plugin::sms-mailing.perimetre-assigne"]'
        WHERE action LIKE 'plugin::sms-mailing.fiches.%'
          AND id IN (SELECT permission_id FROM admin_permissions_role_lnk WHERE role_id = $1)`,
      [role!.id]
    );
    const pages = await readPages(compte.id, await agentOf(base.app, gerante));
    for (const page of [
      'Entrepreneurs',
      'Actions',
      'Historique des campagnes',
      'Ce soir : messages',
    ]) {
      expect(pages[page]).toMatchObject({ total: null, premiers: [] });
      expect(pages[page]!.raison).toMatch(/que vous ne voyez pas/);
    }
  });
});

describe('décision G17 : à qui n’est rattaché à rien, la page le dit', () => {
  it('par droit, avec ce qui manque ; rien quand quelqu’un est montré', async () => {
    const { base, agent, personnel, agentPersonnel, ids } = perimetres;
    await perimetres.setEtendues(['antenne', 'equipe']);
    expect((await perimetreDe(agent)).data).toEqual({});
    const { data } = await perimetreDe(agentPersonnel);
    expect(data['plugin::sms-mailing.campagnes.consulter-campagnes']).toBe(
      'Votre compte n’est rattaché à aucune antenne, ni à aucune équipe : aucune fiche ne vous est montrée. Demandez à un Administrateur de vous rattacher (Profils, « Utilisateurs »).'
    );
    await base.sql('INSERT INTO sms_rattachements (utilisateur_id, equipe_id) VALUES ($1, $2)', [
      ...[personnel.id, ids['Rouge']],
    ]);
    expect((await perimetreDe(agentPersonnel)).data).toEqual({});
  });

  it('deux fiches Intervenant : la même phrase que le refus ; à qui voit tout, rien', async () => {
    const { base, agent, compte, ids } = perimetres;
    await base.sql(
      'INSERT INTO intervenants_utilisateur_lnk (intervenant_id, user_id) VALUES ($1, $2)',
      [ids['autre'], compte.id]
    );
    const { status, data } = await perimetreDe(agent);
    expect(status).toBe(200);
    expect(data['plugin::sms-mailing.fiches.consulter-historique']).toMatch(
      /^Plusieurs fiches Intervenant portent votre compte/
    );
    const superAdmin = await agentFor(base.app, 'strapi-super-admin');
    expect((await perimetreDe(superAdmin)).data).toEqual({});
  });
});
