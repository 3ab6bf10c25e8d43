import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHasard } from '../../../scripts/seed/hasard.mjs';
import { CHEMINS } from '../../../src/plugins/sms-mailing/core/chemins-perimetre';
import type { Etendue } from '../../../src/plugins/sms-mailing/core/perimetre';
import { url } from '../fiches-ecrites';
import type { Agent, Brute } from '../harness';
import { ETENDUES, MOI, openPerimetres, SUIVIES, type Perimetres } from './base';
import * as listes from './listes';

const TYPES = Object.keys(CHEMINS).map((uid) => uid.slice(uid.indexOf('.') + 1));

let perimetres: Perimetres;
let modele: string;

beforeAll(async () => {
  perimetres = await openPerimetres();
  modele = await perimetres.base.createModele({
    destinataires: ['entrepreneur', 'contact_individuel', 'entreprise_partenaire'],
    ...{ nom: 'Pour tous', objet: 'O', message: '<p>B</p>' },
  });
});
afterAll(() => perimetres.close());

const notres = (type: string, lus: readonly { documentId: string }[]): string[] =>
  listes.notres(perimetres, type, lus);
const attendues = (type: string, etendues: readonly Etendue[], siens = MOI): string[] =>
  listes.attendues(perimetres, type, etendues, siens);
const listDuCrm = (type: string, agent: Agent): Promise<string[]> =>
  listes.listDuCrm(perimetres, type, agent);

async function listDuModule(type: string, agent: Agent): Promise<string[]> {
  const filtres = { typeDestinataire: type.replace('-', '_') };
  const { status, body } = (await agent.post('/sms-mailing/campagnes/destinataires').send({
    ...{ modeleDocumentId: modele, typeContact: 'email', campagneId: null, filtres },
    ...{ recherche: 'P-', page: 1, pageSize: 100 },
  })) as Brute;
  expect([body, status]).toEqual([body, 200]);
  return notres(type, (body as { data: { lignes: { documentId: string }[] } }).data.lignes);
}

const PROFILS = ETENDUES.map((etendues) => ({ etendues, nom: etendues.join(' + ') || 'tout' }));

/** `npm run epreuve -- droits` opens every fiche under every profil; `npm test`, under some. */
const OUVERTS =
  process.env.DROITS === 'tout'
    ? ETENDUES
    : [createHasard(process.env.GRAINE ?? 'droits').pick(ETENDUES), ETENDUES.at(-1)!];

describe.each(PROFILS)('profil limité à $nom', ({ etendues }) => {
  beforeAll(() => perimetres.setEtendues(etendues));

  it.each(TYPES)('le Content Manager montre les fiches du périmètre : %s', async (type) => {
    const { agent } = perimetres;
    expect(await listDuCrm(type, agent)).toEqual(attendues(type, etendues));
  });

  it.each(SUIVIES)('le module montre les mêmes personnes : %s', async (type) => {
    expect(await listDuModule(type, perimetres.agent)).toEqual(attendues(type, etendues));
  });

  it.each(SUIVIES)('la page de recherche aussi : %s', async (type) => {
    expect(await listes.listDuRepertoire(perimetres, type, perimetres.agent)).toEqual(
      attendues(type, etendues)
    );
  });

  it('la page des actions aussi', async () => {
    const lues = await listes.listPages(perimetres.agent, '/actions', '');
    expect(notres('action', lues)).toEqual(attendues('action', etendues));
  });

  it('la fiche Action s’ouvre dans le module comme dans le Content Manager', async () => {
    const ouvertes: string[] = [];
    for (const { documentId } of perimetres.fiches['action']!) {
      const { status } = await perimetres.agent.get(`/sms-mailing/actions/${documentId}/fiche`);
      ouvertes.push(...(status === 200 ? [documentId] : []));
    }
    expect(ouvertes.sort()).toEqual(attendues('action', etendues));
  });

  it.runIf(OUVERTS.includes(etendues)).each(TYPES)(
    'une fiche s’ouvre, et se modifie, si elle est de la liste : %s',
    async (type) => {
      const dedans = new Set(attendues(type, etendues));
      const ecarts: unknown[] = [];
      for (const { documentId } of perimetres.fiches[type]!) {
        const { status } = await perimetres.agent.get(url(type, `/${documentId}`));
        const { status: ecrit } = await perimetres.agent.put(url(type, `/${documentId}`)).send({});
        const voulu = dedans.has(documentId) ? 200 : 403;
        ecarts.push(
          ...([status, ecrit].every((lu) => lu === voulu) ? [] : [[type, status, ecrit, voulu]])
        );
      }
      expect(ecarts).toEqual([]);
    }
  );
});

describe('décision G17 : à qui est rattaché un compte', () => {
  it('sans fiche Intervenant ni rattachement, personne n’est montré', async () => {
    await perimetres.setEtendues(['antenne', 'equipe', 'assigne']);
    expect(await listDuCrm('entrepreneur', perimetres.agentPersonnel)).toEqual([]);
    expect(await listDuModule('entrepreneur', perimetres.agentPersonnel)).toEqual([]);
  });

  it('le personnel administratif a ses propres antennes et équipes', async () => {
    const { base, personnel, agentPersonnel, ids } = perimetres;
    await base.sql(
      'INSERT INTO sms_rattachements (utilisateur_id, antenne_id, equipe_id) VALUES ($1, $2, NULL), ($1, NULL, $3)',
      [personnel.id, ids['Lens'], ids['Bleue']]
    );
    const siens = { antennes: ['Lens'], equipes: ['Bleue'], moi: [] };
    for (const etendues of [['antenne'], ['equipe'], ['antenne', 'equipe'], ['assigne']] as const) {
      await perimetres.setEtendues(etendues);
      const voulues = attendues('entrepreneur', etendues, siens);
      expect(await listDuCrm('entrepreneur', agentPersonnel)).toEqual(voulues);
      expect(await listDuModule('entrepreneur', agentPersonnel)).toEqual(voulues);
    }
  });

  it('deux fiches Intervenant pour un compte : refusé avec une phrase, sauf à qui voit tout', async () => {
    const { base, compte, agent, ids } = perimetres;
    const lier =
      'INSERT INTO intervenants_utilisateur_lnk (intervenant_id, user_id) VALUES ($1, $2)';
    await base.sql(lier, [ids['autre'], compte.id]);
    await perimetres.setEtendues(['antenne']);
    expect(await listDuCrm('entrepreneur', agent)).toEqual([]);
    const { status, body } = (await agent.get(
      '/sms-mailing/cobayes?typeDestinataire=entrepreneur'
    )) as Brute;
    expect(status).toBe(400);
    expect((body as { error: { message: string } }).error.message).toMatch(
      /^Plusieurs fiches Intervenant portent votre compte/
    );
    await perimetres.setEtendues([]);
    expect(await listDuModule('entrepreneur', agent)).toEqual(attendues('entrepreneur', []));
    await base.sql('DELETE FROM intervenants_utilisateur_lnk WHERE intervenant_id = $1', [
      ids['autre'],
    ]);
  });

  it('deux profils s’ajoutent : l’un l’antenne, l’autre l’assigné', async () => {
    const { base, compte, agent } = perimetres;
    await perimetres.setEtendues(['antenne']);
    const roles = base.app.strapi.service('admin::role') as unknown as {
      create(role: object): Promise<{ id: number }>;
      addPermissions(id: number, droits: object[]): Promise<unknown>;
    };
    const { id } = await roles.create({ name: 'Assigné seul', code: 'assigne-seul' });
    const conditions = ['plugin::sms-mailing.perimetre-assigne'];
    await roles.addPermissions(id, [
      { action: 'plugin::sms-mailing.campagnes.consulter-campagnes', conditions },
      {
        action: 'plugin::content-manager.explorer.read',
        subject: 'api::entrepreneur.entrepreneur',
        ...{ properties: { fields: ['nom'] }, conditions },
      },
    ]);
    await base.sql('INSERT INTO admin_users_roles_lnk (user_id, role_id) VALUES ($1, $2)', [
      compte.id,
      id,
    ]);
    const voulues = attendues('entrepreneur', ['antenne', 'assigne']);
    expect(await listDuModule('entrepreneur', agent)).toEqual(voulues);
    expect(await listDuCrm('entrepreneur', agent)).toEqual(voulues);
    await base.sql('DELETE FROM admin_users_roles_lnk WHERE role_id = $1', [id]);
  });
});
