import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LigneCobaye } from '../../src/plugins/sms-mailing/core/api/modeles';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { logicielFor } from './harness';

const CM = '/content-manager/collection-types';
const PERSONNES = [
  ['L’HÔTE', 'Anne-Marie', '06 39 98 00 11'],
  ['CŒUR', 'Benoît', '+33 6 39 98 00 12'],
  ['MÜLLER'.normalize('NFD'), 'Zoé', '0639980013'],
  ['KOWALSKI', 'Łukasz', '06.39.98.00.14'],
] as const;

let base: BaseDuGuide;

async function create(type: string, corps: object): Promise<string> {
  const reponse = await base.admin.post(`${CM}/api::${type}.${type}`).send(corps);
  expect(reponse.status).toBe(201);
  return (reponse.body as { data: { documentId: string } }).data.documentId;
}

beforeAll(async () => {
  base = await openBaseDuGuide();
  const personnes: string[] = [];
  for (const [nom, prenom, numero] of PERSONNES) {
    const telephones = [{ numero, accepteSms: true }];
    personnes.push(await create('entrepreneur', { nom, prenom, telephones }));
  }
  const action = await create('action', {
    objet: 'Créer son entreprise',
    nature: 'Collective',
    date: '2022-03-05',
  });
  await create('participation', { action, entrepreneur: personnes[3], statut: 'Inscrit' });
  await create('entreprise-partenaire', {
    raisonSociale: 'L’Œuvre d’Arras',
    siret: '123 456 789 00012',
  });
});
afterAll(() => base.close());

const RECHERCHES = [
  ["l'hote", 'L’HÔTE'],
  ['l’hôte', 'L’HÔTE'],
  ['anne marie', 'L’HÔTE'],
  ['Anne-Marie L’Hôte', 'L’HÔTE'],
  ['coeur', 'CŒUR'],
  ['muller', PERSONNES[2][0]],
  ['müller', PERSONNES[2][0]],
  ['lukasz', 'KOWALSKI'],
] as const;
const NUMEROS = [
  ['06 39 98 00 11', 'L’HÔTE'],
  ['0639980012', 'CŒUR'],
  ['+33 (0)6 39 98 00 13', PERSONNES[2][0]],
  ['06-39-98-00-14', 'KOWALSKI'],
] as const;

async function listCampagne(recherche: string, type = 'entrepreneur'): Promise<string[]> {
  const modele = await base.createModele({
    ...{ typeContact: 'newsletter', nom: `Lettre ${recherche}`, objet: 'x', message: '<p>x</p>' },
    destinataires: [type],
  });
  const { data, erreur } = await base.ask<{ lignes: { nom: string }[] }>(
    'post',
    '/campagnes/destinataires',
    {
      modeleDocumentId: modele,
      typeContact: 'newsletter',
      filtres: { typeDestinataire: type },
      recherche,
    }
  );
  expect(erreur).toBeNull();
  return data.lignes.map(({ nom }) => nom);
}

async function listContentManager(type: string, recherche: string): Promise<object[]> {
  const reponse = await base.admin.get(`${CM}/api::${type}.${type}`).query({ _q: recherche });
  return (reponse.body as { results: object[] }).results;
}

async function listCobayes(recherche: string, declencheur = 'personne'): Promise<string[]> {
  const query = new URLSearchParams({ declencheur, recherche });
  const { data } = await base.ask<LigneCobaye[]>('get', `/cobayes?${String(query)}`);
  return data.map(({ nom, action }) => action?.objet ?? nom);
}

describe('une recherche trouve sans accent, ligature, apostrophe ni trait d’union (décision G14)', () => {
  it.each([...RECHERCHES, ...NUMEROS])('d’une campagne : « %s »', async (saisie, nom) => {
    expect(await listCampagne(saisie)).toEqual([nom]);
  });

  it.each([...RECHERCHES, ...NUMEROS])('de l’aperçu : « %s »', async (saisie, nom) => {
    const [trouve, ...autres] = await listCobayes(saisie);
    expect(trouve).toContain(nom);
    expect(autres).toEqual([]);
  });

  it.each([...RECHERCHES, ...NUMEROS])('du Content Manager : « %s »', async (saisie, nom) => {
    expect(await listContentManager('entrepreneur', saisie)).toMatchObject([{ nom }]);
  });

  it('par REST', async () => {
    const reponse = await (await logicielFor(base.app)).get('/api/entrepreneurs?_q=lukasz');
    const [trouve] = (reponse.body as { data: Record<string, unknown>[] }).data;
    expect(trouve).toMatchObject({ nom: 'KOWALSKI' });
    expect(trouve).not.toHaveProperty('recherche');
  });

  it('d’une action, d’une entreprise et de son SIRET', async () => {
    expect(await listCobayes('creer', 'action')).toEqual(['Créer son entreprise']);
    expect(await listContentManager('action', 'creer son')).toMatchObject([
      { objet: 'Créer son entreprise' },
    ]);
    for (const saisie of ["l'oeuvre", 'oeuvre d arras', '12345678900012', '123 456 789']) {
      expect(await listCampagne(saisie, 'entreprise_partenaire')).toEqual(['L’Œuvre d’Arras']);
    }
  });

  it('de l’historique d’une fiche, par le nom du modèle', async () => {
    const modele = await base.createModele({
      nom: 'Créer : étapes',
      objet: 'x',
      message: '<p>x</p>',
    });
    const fiche = `/entrepreneurs/${base.seed.entrepreneurs.palmer!.documentId}`;
    await base.ask('post', `${fiche}/programmer`, { modeleDocumentIds: [modele] });
    const { data } = await base.ask<{ lignes: object[] }>(
      'get',
      `${fiche}/historique?recherche=${encodeURIComponent('creer etapes'.slice(0, 5))}`
    );
    expect(data.lignes).toHaveLength(1);
  });

  it('a son index là où le serveur sait le faire', async () => {
    const [{ disponible } = { disponible: false }] = await base.sql<{ disponible: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') AS disponible`
    );
    const index = await base.sql(`SELECT 1 FROM pg_indexes WHERE indexname LIKE '%_recherche_idx'`);
    expect(index).toHaveLength(disponible ? 17 : 0);
  });

  it('de qui est venu par SQL ; renommé, l’ancien nom ne le trouve plus', async () => {
    await base.sql(`UPDATE entrepreneurs SET nom = 'D’ÀLBERT' WHERE nom = 'KOWALSKI'`);
    expect(await listCampagne('d’albert')).toEqual(['D’ÀLBERT']);
    expect(await listCampagne('kowalski')).toEqual([]);
  });
});
