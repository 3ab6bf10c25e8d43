import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampagneOuverte } from '../../src/plugins/sms-mailing/core/api/campagnes';
import type { Filtres } from '../../src/plugins/sms-mailing/core/api/filtres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { url } from './fiches-ecrites';
import { agentFor, agentOf, createUser, findRole, type Agent, type Brute } from './harness';

const DROIT = 'plugin::sms-mailing.fiches.consulter-th-rsa';
const REFUS = /^Ces filtres ont un critère que vous ne pouvez pas voir/;
const TH = { typeDestinataire: 'entrepreneur', th: ['Oui'] };
const CACHE = { typeDestinataire: 'entrepreneur', critereCache: true };

let base: BaseDuGuide;
let modele: string;
/** Writes campagnes, without the right. */
let prive: Agent;
let specifique: Agent;
let conseiller: Agent;
let palmer: string;

/** A profil that is the Profil spécifique but for this right. */
async function openPrive(): Promise<Agent> {
  const compte = await createUser(base.app, 'sms-profil-specifique');
  const source = (await findRole(base.app, 'sms-profil-specifique'))!;
  const { data } = await base.ask<{ id: number }>('post', '/profils', {
    ...{ nom: 'Sans TH ni RSA', modele: source.id },
  });
  await base.sql(
    `DELETE FROM admin_permissions WHERE action = $1 AND id IN
       (SELECT permission_id FROM admin_permissions_role_lnk WHERE role_id = $2)`,
    [DROIT, data.id]
  );
  await base.sql('UPDATE admin_users_roles_lnk SET role_id = $1 WHERE user_id = $2', [
    data.id,
    compte.id,
  ]);
  return agentOf(base.app, compte);
}

beforeAll(async () => {
  base = await openBaseDuGuide();
  palmer = base.seed.entrepreneurs.palmer!.documentId;
  await base.sql(`UPDATE entrepreneurs SET th = 'Oui', rsa = 'Non' WHERE document_id = $1`, [
    palmer,
  ]);
  modele = await base.createModele({ nom: 'Aide', objet: 'Aide', message: 'Bonjour' });
  specifique = await agentFor(base.app, 'sms-profil-specifique');
  conseiller = await agentFor(base.app, 'sms-conseiller');
  prive = await openPrive();
});

afterAll(() => base.close());

const vise = (filtres: object): object => ({
  ...{ modeleDocumentId: modele, typeContact: 'email', campagneId: null, filtres },
});
const clic = (filtres: object): object => ({
  ...vise(filtres),
  ...{ selection: { tous: true, saufIds: [] }, confirmation: randomUUID(), confirme: true },
});

const lire = async (agent: Agent): Promise<Filtres> =>
  (await base.ask<Filtres>('get', '/filtres?typeDestinataire=entrepreneur', undefined, agent)).data;

describe('guide §4 : TH et RSA ne se filtrent qu’avec leur droit', () => {
  it.each([
    ['la liste', '/campagnes/destinataires', vise],
    ['le compte', '/campagnes/comptes', vise],
    ['« tout cocher » puis programmer', '/campagnes', clic],
    ['garder', '/filtres', (filtres: object) => ({ nom: `F${randomUUID()}`, filtres })],
  ] as const)('%s : refusé, avec une phrase ; permis au Profil spécifique', async (...cas) => {
    const [, chemin, corpsDe] = cas;
    for (const filtres of [TH, { ...TH, th: [] }, { ...TH, th: undefined, rsa: ['Non'] }, CACHE]) {
      const { status, erreur } = await base.ask('post', chemin, corpsDe(filtres), prive);
      expect([status, erreur?.message]).toEqual([400, expect.stringMatching(REFUS)]);
    }
    expect(await base.countEnvois()).toEqual({});
    expect((await base.ask('post', chemin, corpsDe(CACHE), specifique)).status).toBe(400);
    if (chemin !== '/campagnes') {
      const { status, erreur } = await base.ask('post', chemin, corpsDe(TH), specifique);
      expect([status, erreur]).toEqual([200, null]);
    }
  });

  it('un filtre partagé qui en use le dit, sans le montrer, et ne compte personne de plus', async () => {
    const garde = { nom: 'Aides', partage: true, filtres: { ...TH, ville: 'Arras' } };
    expect((await base.ask('post', '/filtres', garde, specifique)).status).toBe(200);
    const { enregistres } = await lire(prive);
    const lu = enregistres.find(({ nom }) => nom === 'Aides')!;
    expect(lu.filtres).toEqual({ ...CACHE, ville: 'Arras' });
    const { erreur } = await base.ask('post', '/campagnes/comptes', vise(lu.filtres), prive);
    expect(erreur?.message).toMatch(REFUS);
    const siens = (await lire(await agentFor(base.app, 'sms-administrateur'))).enregistres;
    expect(siens.find(({ nom }) => nom === 'Aides')!.filtres).toEqual(garde.filtres);
  });

  it('une campagne rouverte garde son critère pour elle', async () => {
    const { data, status } = await base.ask<{ campagneId: number }>(
      'post',
      '/campagnes',
      clic(TH),
      specifique
    );
    expect(status).toBe(200);
    const chemin = `/campagnes/${String(data.campagneId)}`;
    const ouvrir = async (agent: Agent) =>
      (await base.ask<CampagneOuverte>('get', chemin, undefined, agent)).data;
    expect(await ouvrir(prive)).toMatchObject({
      ...{ filtres: CACHE, lignesFiltres: ['Critère que vous ne pouvez pas voir'] },
    });
    expect((await ouvrir(specifique)).lignesFiltres).toEqual(['TH : Oui']);
  });
});

describe('guide §4 : TH et RSA dans les fiches', () => {
  const lireFiche = async (agent: Agent) =>
    (await agent.get(url('entrepreneur', `/${palmer}`))) as Brute & { text: string };

  it('qui a le droit les lit et les écrit', async () => {
    expect((await lireFiche(specifique)).body).toMatchObject({ data: { th: 'Oui', rsa: 'Non' } });
    const ecrit = await specifique.put(url('entrepreneur', `/${palmer}`)).send({ rsa: 'Oui' });
    expect(ecrit.status).toBe(200);
    expect((await lireFiche(specifique)).body).toMatchObject({ data: { rsa: 'Oui' } });
  });

  it.each([
    ['Conseiller', () => conseiller],
    ['qui écrit des campagnes sans ce droit', () => prive],
  ])('%s : ni lus, ni écrits, ni proposés', async (_qui, agentDe) => {
    const agent = agentDe();
    const fiche = await lireFiche(agent);
    expect([fiche.status, /"(th|rsa)":/.test(fiche.text)]).toEqual([200, false]);
    const ecrit = await agent.put(url('entrepreneur', `/${palmer}`)).send({ th: 'Non' });
    expect([ecrit.status, /"(th|rsa)":/.test(ecrit.text)]).toEqual([200, false]);
    expect((await lireFiche(specifique)).body).toMatchObject({ data: { th: 'Oui' } });
    for (const liste of ['entrepreneur', 'participation', 'situation', 'projet', 'parcours']) {
      const { status, text } = await agent.get(url(liste, '?pageSize=100'));
      expect([liste, status, /"(th|rsa)":/.test(text)]).toEqual([liste, 200, false]);
    }
    const { text } = await agent.get('/admin/users/me/permissions');
    expect(text).toContain('"ficheTest"');
    expect(text).not.toMatch(/"(th|rsa)"/);
  });

  it.each([
    'filters[th][$eq]=Oui',
    'filters[$and][0][$or][0][rsa][$eq]=Oui',
    'sort=th:ASC',
    'sort=nom:ASC,rsa:DESC',
    'sort[0][th]=asc',
  ])('%s : refusé, au lieu d’être ignoré', async (demande) => {
    const adresse = url('entrepreneur', `?${demande}`);
    const { status, body } = (await conseiller.get(adresse)) as Brute;
    expect(status).toBe(403);
    expect((body as { error: { message: string } }).error.message).toMatch(REFUS);
    expect((await specifique.get(adresse)).status).toBe(200);
  });

  it.each([
    'filters[entrepreneur][th][$eq]=Oui',
    'sort=entrepreneur.rsa:ASC',
    'populate[entrepreneur][filters][th][$eq]=Oui',
  ])('%s : refusé aussi à travers une autre fiche', async (demande) => {
    const { status } = await conseiller.get(url('participation', `?${demande}`));
    expect(status).toBe(403);
  });

  it('le dossier d’une personne les contient, et demande ce droit aussi', async () => {
    const role = (await findRole(base.app, 'sms-administrateur'))!;
    const admin = await agentFor(base.app, 'sms-administrateur');
    const lire = () => admin.get(`/sms-mailing/personnes/entrepreneur/${palmer}/dossier`);
    expect((await lire()).text).toContain('TH');
    const siens = `action = '${DROIT}' AND id IN
      (SELECT permission_id FROM admin_permissions_role_lnk WHERE role_id = ${String(role.id)})`;
    await base.sql(`UPDATE admin_permissions SET action = 'retire' WHERE ${siens}`);
    expect((await lire()).status).toBe(403);
    await base.sql(`UPDATE admin_permissions SET action = '${DROIT}' WHERE action = 'retire'`);
  });

  it('la recherche de la liste n’y regarde pas', async () => {
    const { body } = (await specifique.get(url('entrepreneur', '?_q=Non%20renseign'))) as Brute;
    expect(body).toMatchObject({ results: [] });
  });
});
