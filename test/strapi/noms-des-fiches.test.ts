import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { up } from '../../database/migrations/2026.11.28T16.00.00.noms-des-fiches';
import { openBaseDuGuide, toReponse, type BaseDuGuide } from './base-du-guide';
import { idOf, openFiches, url, type Fiches } from './fiches-ecrites';
import { agentFor, type Agent } from './harness';

interface Ligne {
  documentId: string;
  libelle?: string;
}

let base: BaseDuGuide;
let fiches: Fiches;
let palmer: string;
let action: string;
let participation: string;

beforeAll(async () => {
  base = await openBaseDuGuide();
  fiches = await openFiches(base.app);
});
afterAll(() => base.close());

beforeEach(async () => {
  palmer = await create('entrepreneur', {
    nom: 'PALMÉR',
    prenom: 'Émilie',
    emails: [{ adresse: 'emilie.palmer@courriel.test', accepte: true }],
    telephones: [{ typeNumero: 'Mobile', numero: '06 39 98 00 42' }],
  });
  action = await create('action', {
    objet: 'Étude de marché',
    nature: 'Collective',
    date: '2022-03-12',
  });
  participation = await create('participation', { action, entrepreneur: palmer });
});

async function create(type: string, corps: object): Promise<string> {
  const reponse = await fiches.administrateur.post(url(type)).send(corps);
  expect(reponse.status).toBe(201);
  return idOf(reponse);
}

/** Those of the tests before. */
async function removeAutres(): Promise<void> {
  await base.sql(
    `DELETE FROM entrepreneurs WHERE email_reference = 'emilie.palmer@courriel.test' AND document_id <> $1`,
    [palmer]
  );
}

/** What the picker of this relation offers for these words. */
async function offer(
  [type, relation]: readonly [string, string],
  query: Record<string, string>,
  agent: Agent = fiches.conseiller
): Promise<(string | undefined)[]> {
  const reponse = await agent
    .get(`/content-manager/relations/api::${type}.${type}/${relation}`)
    .query(query);
  expect(reponse.status).toBe(200);
  return (reponse.body as { results: Ligne[] }).results.map(({ libelle }) => libelle);
}

async function list(type: string, query: Record<string, string>): Promise<Ligne[]> {
  const reponse = await fiches.conseiller.get(url(type)).query(query);
  expect(reponse.status).toBe(200);
  return (reponse.body as { results: Ligne[] }).results;
}

const nomDe = async (type: string, documentId: string): Promise<string | undefined> =>
  ((await fiches.read(type, documentId)) as unknown as Ligne).libelle;

describe('Une fiche se lit par son nom', () => {
  it('et le suit, qu’on passe par le panneau, le Document Service ou l’API', async () => {
    expect(await nomDe('participation', participation)).toBe(
      'PALMÉR Émilie · Étude de marché, 12/03/2022 · Inscrit'
    );
    const panneau = await fiches.conseiller
      .put(url('entrepreneur', `/${palmer}`))
      .send({ nom: 'DUPONT' });
    expect(panneau.body).toMatchObject({ data: { libelle: 'DUPONT Émilie' } });
    const site = await create('site', { nom: 'Mairie de Lens' });
    const deplacee: object = { date: '2022-03-13', site: { connect: [site] } };
    await base.app.strapi
      .documents('api::action.action')
      .update({ documentId: action, data: deplacee });
    const rest = await fiches.logiciel
      .put(`/api/participations/${participation}`)
      .send({ data: { statut: 'Annulé', libelle: 'Autre chose' } });
    expect(rest.body).toMatchObject({
      data: { libelle: 'DUPONT Émilie · Étude de marché, 13/03/2022, Mairie de Lens · Annulé' },
    });
    await fiches.administrateur.put(url('site', `/${site}`)).send({ nom: 'Médiathèque' });
    expect(await nomDe('participation', participation)).toContain('13/03/2022, Médiathèque ·');
  });

  it('la liste des entrepreneurs dit e-mail et téléphone', async () => {
    await removeAutres();
    expect(await list('entrepreneur', { _q: 'palmer emilie' })).toMatchObject([
      { emailReference: 'emilie.palmer@courriel.test', telephonePrincipal: '06 39 98 00 42' },
    ]);
    await fiches.administrateur.delete(url('entrepreneur', `/${palmer}`));
    expect(await list('entrepreneur', { _q: 'palmer emilie' })).toEqual([]);
  });
});

describe('On choisit une personne par ce qu’on sait d’elle', () => {
  it.each([
    ['PALMÉR Émilie', 'PALMÉR Émilie'],
    ['emilie', 'PALMÉR Émilie'],
    ['emilie palmer', 'PALMÉR Émilie (emilie palmer)'],
    ['0639980042', 'PALMÉR Émilie (0639980042)'],
    ['+33 6 39 98 00 42', 'PALMÉR Émilie (+33 6 39 98 00 42)'],
    ['emilie.palmer@courriel.test', 'PALMÉR Émilie (emilie.palmer@courriel.test)'],
  ])('« %s » offre « %s » : ce que le panneau filtre encore y est écrit', async (saisie, nom) => {
    await removeAutres();
    const trouvees = await offer(['participation', 'entrepreneur'], { _q: saisie });
    expect(trouvees).toContain(nom);
    expect(trouvees.every((trouvee) => trouvee?.includes('milie') ?? false)).toBe(true);
  });

  it('une action, par son objet et sa date', async () => {
    const trouvees = await offer(['participation', 'action'], { _q: 'etude 12/03/2022' });
    expect(new Set(trouvees)).toEqual(new Set(['Étude de marché, 12/03/2022 (etude 12/03/2022)']));
  });

  it('une participation, par la personne et le statut, dans la liste comme dans un filtre', async () => {
    const trouvees = await list('participation', { _q: 'palmer inscrit etude' });
    expect(trouvees.map(({ documentId }) => documentId)).toContain(participation);
    const filtrees = await list('participation', { 'filters[libelle][$containsi]': 'emilie' });
    expect(filtrees.map(({ documentId }) => documentId)).toContain(participation);
    expect(await list('participation', { _q: 'palmer absolument personne' })).toEqual([]);
  });

  it('un profil d’avant lit les noms après la migration, et l’e-mail s’il lisait les e-mails', async () => {
    const roles = base.app.strapi.service('admin::role') as unknown as {
      create(role: object): Promise<{ id: number }>;
      addPermissions(id: number, permissions: object[]): Promise<void>;
    };
    const role = await roles.create({ name: 'Ancien', code: 'ancien' });
    const lit = (type: string, ...fields: string[]) => ({
      action: 'plugin::content-manager.explorer.read',
      subject: `api::${type}.${type}`,
      properties: { fields },
      conditions: [],
    });
    await roles.addPermissions(role.id, [
      lit('entrepreneur', 'nom', 'telephones.numero'),
      lit('participation', 'entrepreneur'),
    ]);
    const agent = await agentFor(base.app, 'ancien');
    expect(await offer(['participation', 'entrepreneur'], {}, agent)).toContain(undefined);
    await base.app.strapi.db.connection.transaction((trx) => up(trx));
    await base.app.strapi.db.connection.transaction((trx) => up(trx));
    const _q = 'palmér';
    expect(await offer(['participation', 'entrepreneur'], { _q }, agent)).toContain(
      'PALMÉR Émilie'
    );
    const [{ champs } = { champs: '[]' }] = await base.sql<{ champs: string }>(
      `SELECT p.properties -> 'fields' AS champs FROM admin_permissions p
         JOIN admin_permissions_role_lnk l ON l.permission_id = p.id
        WHERE l.role_id = $1 AND p.subject LIKE '%entrepreneur'`,
      [role.id]
    );
    expect(JSON.parse(champs)).toEqual([
      'nom',
      'telephones.numero',
      'libelle',
      'telephonePrincipal',
    ]);
  });
});

describe('Choisir ne retire rien à une autre fiche', () => {
  it('une action n’offre que les participations qui ne sont à aucune', async () => {
    const autre = await create('action', {
      objet: 'Autre',
      nature: 'Collective',
      date: '2022-03-20',
    });
    const champ = ['action', 'participations'] as const;
    for (const query of [{ id: autre }, { id: autre, _q: 'palmer' }, {}] as const) {
      expect(await offer(champ, query)).toEqual([]);
    }
    await create('participation', { entrepreneur: palmer });
    expect(await offer(champ, { id: autre })).toEqual(['PALMÉR Émilie · Inscrit']);
    const sienne = { participations: { connect: [{ documentId: participation }] } };
    const refus = toReponse(await fiches.conseiller.put(url('action', `/${autre}`)).send(sienne));
    expect(refus).toMatchObject({ status: 400 });
    await base.sql(`DELETE FROM participations WHERE libelle = 'PALMÉR Émilie · Inscrit'`);
  });

  it('une entreprise n’offre que les contacts qui ne sont à aucune', async () => {
    const champ = ['entreprise-partenaire', 'contacts'] as const;
    const libres = await offer(champ, {}, fiches.administrateur);
    const entreprise = await create('entreprise-partenaire', { raisonSociale: 'Banque' });
    await create('contact-partenaire', { nom: 'PRIS', entreprise });
    await create('contact-partenaire', { nom: 'LIBRE' });
    expect(await offer(champ, {}, fiches.administrateur)).toEqual([...libres, 'LIBRE'].sort());
  });
});
