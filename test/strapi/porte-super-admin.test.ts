import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toReponse } from './base-du-guide';
import { agentFor, createUser, findRole, startApp, stopApp, type Agent, type App } from './harness';

interface Droit {
  action: string;
  subject: string | null;
  properties: object;
  conditions: string[];
}

let app: App;
let administrateur: Agent;
let superAdmin: Agent;
let moi: { id: number; roles: { id: number }[] };

const roleId = async (code: string): Promise<number> => (await findRole(app, code))!.id;
const phrase = (reponse: { body: unknown }): string =>
  toReponse({ status: 0, body: reponse.body }).erreur?.message ?? '';

async function lire(id: number): Promise<Record<string, unknown> | null> {
  return (await app.strapi.db
    .query('admin::user')
    .findOne({ where: { id }, populate: ['roles'] })) as Record<string, unknown> | null;
}

async function droitsDe(code: string): Promise<Droit[]> {
  const reponse = await superAdmin.get(`/admin/roles/${await roleId(code)}/permissions`);
  return (reponse.body as { data: Droit[] }).data;
}
const enSaisie = (droits: Droit[]) => ({
  permissions: droits.map(({ action, subject, properties, conditions }) => ({
    action,
    subject,
    properties,
    conditions,
  })),
});

async function putDroits(agent: Agent, code: string, droits: Droit[]) {
  return agent.put(`/admin/roles/${await roleId(code)}/permissions`).send(enSaisie(droits));
}
const droit = (action: string, subject: string | null = null): Droit => ({
  action,
  subject,
  properties: {},
  conditions: [],
});
let cree = 0;
const nouveau = (roles: (number | string)[]) => ({
  firstname: 'Nouvel',
  lastname: 'Arrivant',
  email: `nouveau-${(cree += 1)}@exemple.fr`,
  roles,
});

beforeAll(async () => {
  app = await startApp();
  administrateur = await agentFor(app, 'sms-administrateur');
  superAdmin = await agentFor(app, 'strapi-super-admin');
  moi = ((await administrateur.get('/admin/users/me')).body as { data: typeof moi }).data;
});
afterAll(() => stopApp(app));

describe('l’Administrateur et le Super administrateur', () => {
  let cible: { id: number };
  beforeEach(async () => {
    cible = await createUser(app, 'strapi-super-admin');
  });

  it('il n’en crée pas, ni n’en fait d’un autre', async () => {
    const autre = await createUser(app, 'sms-conseiller');
    const id = await roleId('strapi-super-admin');
    for (const roles of [[id], [String(id)], [await roleId('sms-conseiller'), id]]) {
      const creation = await administrateur.post('/admin/users').send(nouveau(roles));
      expect(creation.status).toBe(403);
      expect(phrase(creation)).toMatch(/Super administrateur/);
      expect((await administrateur.put(`/admin/users/${autre.id}`).send({ roles })).status).toBe(
        403
      );
    }
    expect(await lire(autre.id)).toMatchObject({ roles: [{ code: 'sms-conseiller' }] });
    expect(await app.strapi.db.query('admin::user').count({ where: { firstname: 'Nouvel' } })).toBe(
      0
    );
  });

  it('il ne change ni son adresse, ni son mot de passe, ni ses rôles, ni son activité', async () => {
    const avant = await lire(cible.id);
    for (const saisie of [
      { email: 'pris@exemple.fr' },
      { password: 'Autre-mot-de-passe-1' },
      { isActive: false },
      { roles: [await roleId('sms-conseiller')] },
      { firstname: 'Autre' },
    ]) {
      const reponse = await administrateur.put(`/admin/users/${cible.id}`).send(saisie);
      expect(reponse.status).toBe(403);
      expect(phrase(reponse)).toMatch(/Super administrateur/);
    }
    expect(await lire(cible.id)).toEqual(avant);
  });

  it('il ne le supprime pas, ni seul ni avec d’autres : aucun des autres ne l’est alors', async () => {
    const autre = await createUser(app, 'sms-conseiller');
    expect((await administrateur.delete(`/admin/users/${cible.id}`)).status).toBe(403);
    const lot = await administrateur
      .post('/admin/users/batch-delete')
      .send({ ids: [autre.id, cible.id] });
    expect(lot.status).toBe(403);
    expect(await lire(cible.id)).not.toBeNull();
    expect(await lire(autre.id)).not.toBeNull();
  });

  it('un Super administrateur peut tout cela', async () => {
    const roles = [await roleId('strapi-super-admin')];
    expect((await superAdmin.post('/admin/users').send(nouveau(roles))).status).toBe(201);
    expect(
      (
        await superAdmin
          .put(`/admin/users/${cible.id}`)
          .send({ email: 'nouvelle-adresse@exemple.fr' })
      ).status
    ).toBe(200);
    expect(
      (await superAdmin.post('/admin/users/batch-delete').send({ ids: [cible.id] })).status
    ).toBe(200);
  });

  it('sur invitation, le Super administrateur invité choisit son mot de passe', async () => {
    const invitation = await superAdmin
      .post('/admin/users')
      .send(nouveau([await roleId('strapi-super-admin')]));
    const { registrationToken } = (invitation.body as { data: { registrationToken: string } }).data;
    const reponse = await superAdmin.post('/admin/register').send({
      registrationToken,
      userInfo: { firstname: 'Nouvel', lastname: 'Arrivant', password: 'Mot-de-passe-1' },
    });
    expect(reponse.status).toBe(200);
  });
});

describe('l’Administrateur et les rôles', () => {
  it('il donne les profils du guide, et modifie ceux qui les portent', async () => {
    const conseiller = await roleId('sms-conseiller');
    const creation = await administrateur.post('/admin/users').send(nouveau([conseiller]));
    expect(creation.status).toBe(201);
    const { id } = (creation.body as { data: { id: number } }).data;
    for (const saisie of [
      { firstname: 'Renommé', roles: [conseiller] },
      { roles: [await roleId('sms-administrateur')] },
      { isActive: true, password: 'Mot-de-passe-2' },
    ]) {
      expect((await administrateur.put(`/admin/users/${id}`).send(saisie)).status).toBe(200);
    }
    expect((await administrateur.delete(`/admin/users/${id}`)).status).toBe(200);
  });

  it('il ne donne pas un rôle qui en peut plus que lui ; qui le portait déjà le garde', async () => {
    const editeur = await roleId('strapi-editor');
    expect((await administrateur.post('/admin/users').send(nouveau([editeur]))).status).toBe(403);
    const porteur = await createUser(app, 'strapi-editor');
    const reponse = await administrateur
      .put(`/admin/users/${porteur.id}`)
      .send({ firstname: 'Renommé', roles: [editeur] });
    expect(reponse.status).toBe(200);
  });

  it('il ne change pas ses propres rôles', async () => {
    const siens = moi.roles.map(({ id }) => id);
    expect(
      (await administrateur.put(`/admin/users/${moi.id}`).send({ firstname: 'Moi', roles: siens }))
        .status
    ).toBe(200);
    for (const roles of [
      [await roleId('sms-conseiller')],
      [...siens, await roleId('sms-conseiller')],
    ]) {
      const reponse = await administrateur.put(`/admin/users/${moi.id}`).send({ roles });
      expect(reponse.status).toBe(403);
      expect(phrase(reponse)).toMatch(/vos propres rôles/);
    }
    expect(await lire(moi.id)).toMatchObject({ roles: moi.roles });
  });

  it('qui ne gère que les utilisateurs ne donne pas un profil qu’il n’a pas', async () => {
    const role = await superAdmin.post('/admin/roles').send({ name: 'Accueil', description: '' });
    const { id, code } = (role.body as { data: { id: number; code: string } }).data;
    await superAdmin
      .put(`/admin/roles/${id}/permissions`)
      .send(enSaisie(['create', 'read', 'update'].map((verbe) => droit(`admin::users.${verbe}`))));
    const accueil = await agentFor(app, code);
    const profil = await roleId('sms-administrateur');
    expect((await accueil.post('/admin/users').send(nouveau([profil]))).status).toBe(403);
    expect((await accueil.post('/admin/users').send(nouveau([id]))).status).toBe(201);
  });
});

describe('l’Administrateur et les droits', () => {
  it('il n’élargit pas son propre profil, et rien n’en change', async () => {
    const avant = await droitsDe('sms-administrateur');
    for (const ajout of [
      droit('admin::api-tokens.create'),
      droit('plugin::content-type-builder.read'),
      droit('plugin::upload.read'),
    ]) {
      const reponse = await putDroits(administrateur, 'sms-administrateur', [
        ...avant.slice(1),
        ajout,
      ]);
      expect(reponse.status).toBe(403);
      expect(phrase(reponse)).toMatch(/vos propres/);
    }
    expect(await droitsDe('sms-administrateur')).toEqual(avant);
  });

  it('il ne donne à un autre profil que des droits du module, des fiches et des comptes', async () => {
    const avant = await droitsDe('sms-conseiller');
    for (const ajout of [
      droit('admin::api-tokens.create'),
      droit('admin::admin-tokens.create'),
      droit('admin::transfer.tokens.create'),
      droit('plugin::users-permissions.roles.update'),
      droit('plugin::content-manager.components.configure-layout'),
      droit('plugin::content-manager.explorer.read', 'plugin::users-permissions.user'),
    ]) {
      const reponse = await putDroits(administrateur, 'sms-conseiller', [...avant.slice(1), ajout]);
      expect(reponse.status).toBe(403);
      expect(phrase(reponse)).toMatch(/Ce droit/);
    }
    expect(await droitsDe('sms-conseiller')).toEqual(avant);
    const permis = [...avant, droit('plugin::sms-mailing.campagnes.consulter-campagnes')];
    expect((await putDroits(administrateur, 'sms-conseiller', permis)).status).toBe(200);
    expect((await putDroits(administrateur, 'sms-conseiller', avant)).status).toBe(200);
  });

  it('un droit qu’un Super administrateur a donné reste quand l’Administrateur enregistre le reste', async () => {
    const avant = await droitsDe('sms-profil-specifique');
    const enPlus = [...avant, droit('plugin::upload.read')];
    expect((await putDroits(superAdmin, 'sms-profil-specifique', enPlus)).status).toBe(200);
    const moins = (await droitsDe('sms-profil-specifique')).filter(
      ({ action }) => !action.endsWith('supprimer-modele')
    );
    expect((await putDroits(administrateur, 'sms-profil-specifique', moins)).status).toBe(200);
    expect((await droitsDe('sms-profil-specifique')).map(({ action }) => action)).toContain(
      'plugin::upload.read'
    );
  });
});
