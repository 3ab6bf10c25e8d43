import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  Comptes,
  DroitsCompte,
  FicheProfil,
  LigneProfil,
} from '../../../src/plugins/sms-mailing/core/api/profils';
import { MATRICE } from '../../../src/plugins/sms-mailing/core/matrice-profils';
import { type Cases } from '../../../src/plugins/sms-mailing/core/profils';
import { toReponse, type Reponse } from '../base-du-guide';
import {
  agentFor,
  agentOf,
  createUser,
  findRole,
  startApp,
  stopApp,
  type Agent,
  type Brute,
  type App,
} from '../harness';

const RIEN: Cases = { tout: null, antenne: null, equipe: null, assigne: null };
const cleDe = (libelle: string): string => MATRICE.find((ligne) => ligne.libelle === libelle)!.cle;

let app: App;
let admin: Agent;

type Verbe = 'get' | 'post' | 'put' | 'delete';

async function ask<T = unknown>(
  verbe: Verbe,
  chemin: string,
  corps: object = {},
  agent = admin
): Promise<Reponse<T>> {
  const demande = agent[verbe](`/sms-mailing${chemin}`);
  return toReponse(await (verbe === 'get' ? demande : demande.send(corps))) as Reponse<T>;
}

const open = async (id: number): Promise<FicheProfil> =>
  (await ask<FicheProfil>('get', `/profils/${String(id)}`)).data;

async function idDe(code: string): Promise<number> {
  return (await findRole(app, code))!.id;
}

async function creer(nom: string, modele: number | null = null): Promise<number> {
  const reponse = await ask<{ id: number }>('post', '/profils', { nom, modele });
  expect(reponse).toMatchObject({ status: 200, erreur: null });
  return reponse.data.id;
}

async function regler(id: number, cases: Record<string, Partial<Cases>>): Promise<FicheProfil> {
  const { nom, description, lu } = await open(id);
  const lignes = Object.entries(cases).map(([libelle, une]) => ({
    cle: cleDe(libelle),
    cases: { ...RIEN, ...une },
  }));
  const corps = { nom, description, lu, lignes };
  const reponse = await ask<FicheProfil>('put', `/profils/${String(id)}`, corps);
  expect(reponse).toMatchObject({ status: 200, erreur: null });
  return reponse.data;
}

beforeAll(async () => {
  app = await startApp();
  admin = await agentFor(app, 'sms-administrateur');
});
afterAll(() => stopApp(app));

describe('guide §4 : Administration › Profils', () => {
  it('les trois du guide y sont, sans ceux de Strapi, et la matrice les dit en entier', async () => {
    const { data } = await ask<LigneProfil[]>('get', '/profils');
    expect(data.map(({ nom, origine }) => [nom, origine])).toEqual([
      ['Administrateur', true],
      ['Conseiller', true],
      ['Profil spécifique', true],
    ]);
    for (const { id } of data) {
      const { lignes } = await open(id);
      expect(lignes.filter(({ exacte }) => !exacte)).toEqual([]);
    }
    const conseiller = await open(await idDe('sms-conseiller'));
    const { cases } = conseiller.lignes.find(({ cle }) => cle === cleDe('Entrepreneurs'))!;
    expect(cases).toEqual({ ...RIEN, tout: 'creer' });
  });

  it('un profil créé n’a aucun droit ; une copie a ceux de son modèle', async () => {
    const vide = await open(await creer('Assistante territoriale'));
    expect(
      vide.lignes.every(({ cases }) => Object.values(cases).every((une) => une === null))
    ).toBe(true);
    const conseiller = await open(await idDe('sms-conseiller'));
    const copie = await open(await creer('Consultant', conseiller.id));
    expect(copie.lignes).toEqual(conseiller.lignes);
    const { erreur } = await ask('post', '/profils', { nom: 'CONSULTANT', modele: null });
    expect(erreur?.message).toBe(
      'Un profil s’appelle déjà « CONSULTANT » : choisissez un autre nom.'
    );
  });

  it('ce qui est coché devient les droits et les conditions du rôle, tels que Strapi les montre', async () => {
    const id = await creer('Équipe création');
    await regler(id, {
      'Contacts individuels': { tout: 'consulter', equipe: 'creer' },
      'Envoyer depuis la fiche Action': { antenne: 'permis', assigne: 'permis' },
    });
    const { body } = (await admin.get(`/admin/roles/${String(id)}/permissions`)) as Brute;
    const droits = (body as { data: { action: string; subject: string; conditions: string[] }[] })
      .data;
    const lus = droits.map(({ action, subject, conditions }) => [action, subject, conditions]);
    const CM = 'plugin::content-manager.explorer.';
    const uid = 'api::contact-individuel.contact-individuel';
    const P = 'plugin::sms-mailing.perimetre-';
    expect(lus).toHaveLength(4);
    expect(lus).toEqual(
      expect.arrayContaining([
        [`${CM}read`, uid, []],
        [`${CM}update`, uid, [`${P}equipe`]],
        [`${CM}create`, uid, [`${P}equipe`]],
        ['plugin::sms-mailing.fiches.envoyer-depuis-action', null, [`${P}antenne`, `${P}assigne`]],
      ])
    );
    const { body: liste } = (await admin.get('/admin/permissions?role=' + String(id))) as Brute;
    const { conditions } = (
      liste as { data: { conditions: { id: string; displayName: string; category: string }[] } }
    ).data;
    const notres = conditions.filter(({ category }) => category === 'Périmètre');
    expect(notres.map(({ displayName }) => displayName)).toEqual([
      'Antenne principale',
      'Équipe',
      'Assigné',
    ]);
  });

  it('les lignes qu’on ne touche pas restent, champs réservés compris', async () => {
    const id = await creer('Conseiller bis', await idDe('sms-conseiller'));
    const champs = async () =>
      (
        (await app.strapi.db.query('admin::permission').findMany({
          where: { role: { id }, subject: 'api::entrepreneur.entrepreneur' },
          orderBy: { action: 'asc' },
        })) as { action: string; properties: { fields: string[] } }[]
      ).map(({ action, properties }) => [action, properties.fields.includes('ficheTest')]);
    const avant = await champs();
    expect(avant).toContainEqual(['plugin::content-manager.explorer.update', false]);
    await regler(id, { Entrepreneurs: { antenne: 'creer' } });
    expect(await champs()).toEqual(avant);
    const { lignes } = await open(id);
    const casesDe = (libelle: string) => lignes.find(({ cle }) => cle === cleDe(libelle))!.cases;
    expect(casesDe('Entrepreneurs')).toEqual({ ...RIEN, antenne: 'creer' });
    expect(casesDe('Actions')).toEqual({ ...RIEN, tout: 'creer' });
  });

  it('enregistrer par-dessus un collègue est refusé, et rien n’est écrit', async () => {
    const id = await creer('À deux');
    const { lu } = await open(id);
    await regler(id, { 'Ce soir à 19h': { tout: 'consulter' } });
    const corps = { nom: 'Autre nom', description: '', lignes: [], lu };
    const { status, erreur } = await ask('put', `/profils/${String(id)}`, corps);
    expect([status, erreur?.details]).toMatchObject([400, { regle: 'profil-modifie-entretemps' }]);
    expect((await open(id)).nom).toBe('À deux');
  });

  it('un profil utilisé, ou l’un des trois, ne se supprime pas ; un autre si', async () => {
    const conseiller = await idDe('sms-conseiller');
    const refus = await ask('delete', `/profils/${String(conseiller)}`);
    expect(refus.erreur?.details).toMatchObject({ regle: 'profil-protege' });
    const id = await creer('Démonstrateur');
    const compte = await createUser(app, 'sms-conseiller');
    const donner = (roles: number[]) =>
      admin.put(`/admin/users/${String(compte.id)}`).send({ roles });
    expect((await donner([id])).status).toBe(200);
    const { erreur } = await ask('delete', `/profils/${String(id)}`);
    expect(erreur?.message).toBe(
      '1 utilisateur a le profil « Démonstrateur » : donnez-leur un autre profil d’abord.'
    );
    await donner([conseiller]);
    expect((await ask('delete', `/profils/${String(id)}`)).status).toBe(200);
    expect((await ask('get', `/profils/${String(id)}`)).erreur?.details).toMatchObject({
      regle: 'profil-introuvable',
    });
  });

  it('on ne change pas son propre profil, ni ne donne plus que son périmètre', async () => {
    const sien = await idDe('sms-administrateur');
    const fiche = await open(sien);
    const corps = (lignes: object[], { nom, description, lu }: FicheProfil) => ({
      ...{ nom, description, lu, lignes },
    });
    const entrepreneurs = { cle: cleDe('Entrepreneurs'), cases: { ...RIEN, antenne: 'creer' } };
    const { status } = await ask('put', `/profils/${String(sien)}`, corps([entrepreneurs], fiche));
    expect(status).toBe(403);
    expect(await open(sien)).toEqual(fiche);

    const limite = await creer('Administrateur d’antenne', sien);
    await regler(limite, {
      ...{ Entrepreneurs: { antenne: 'creer' }, 'Ce soir à 19h': { antenne: 'consulter' } },
    });
    const compte = await createUser(app, 'sms-conseiller');
    await admin.put(`/admin/users/${String(compte.id)}`).send({ roles: [limite] });
    const agent = await agentOf(app, compte);
    const cible = await creer('Sous-profil');
    const essayer = async (cases: Partial<Cases>) =>
      (
        await ask(
          'put',
          `/profils/${String(cible)}`,
          corps([{ ...entrepreneurs, cases: { ...RIEN, ...cases } }], await open(cible)),
          agent
        )
      ).status;
    expect(await essayer({ tout: 'creer' })).toBe(403);
    expect(await essayer({ equipe: 'creer' })).toBe(403);
    expect(await essayer({ antenne: 'creer' })).toBe(200);
  });
});

describe('décision G17 : à quoi un compte est rattaché, ce qu’il peut vraiment', () => {
  it('antennes et équipes se choisissent ; ce qui ne voit personne est signalé', async () => {
    const antenne = await app.strapi.documents('api::antenne.antenne').create({
      data: { nom: 'Béthune' },
    });
    const id = await creer('Antenne seule', await idDe('sms-conseiller'));
    await regler(id, { Entrepreneurs: { antenne: 'creer' } });
    const compte = await createUser(app, 'sms-conseiller');
    await admin.put(`/admin/users/${String(compte.id)}`).send({ roles: [id] });
    const lire = async () =>
      (await ask<Comptes>('get', '/comptes')).data.comptes.find((un) => un.id === compte.id)!;
    expect((await lire()).alerte).toMatch(/^Rattaché à rien : ce compte ne voit personne/);

    const rattacher = (antenneIds: number[]) =>
      ask('put', `/comptes/${String(compte.id)}/rattachement`, { antenneIds, equipeIds: [] });
    expect((await rattacher([999_999])).erreur?.details).toMatchObject({
      regle: 'rattachement-introuvable',
    });
    expect((await rattacher([Number(antenne.id)])).status).toBe(200);
    expect(await lire()).toMatchObject({ antenneIds: [Number(antenne.id)], alerte: null });

    const { data } = await ask<DroitsCompte>('get', `/comptes/${String(compte.id)}/droits`);
    expect(data.etendues).toEqual([
      'Antenne principale : Béthune',
      'Équipe : aucune',
      'Assigné : aucune fiche Intervenant liée',
    ]);
    const { cases } = data.lignes.find(({ cle }) => cle === cleDe('Entrepreneurs'))!;
    expect(cases).toEqual({ ...RIEN, antenne: 'creer' });
  });
});
