import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageOppositions } from '../../src/plugins/sms-mailing/core/api/oppositions';
import type { FichePersonne } from '../../src/plugins/sms-mailing/core/api/repertoire';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';

let base: BaseDuGuide;

beforeAll(async () => {
  base = await openBaseDuGuide();
});
afterAll(() => base.close());

const cibleDe = (qui: string) => ({
  typeDestinataire: 'entrepreneur',
  documentId: base.seed.entrepreneurs[qui]!.documentId,
});

const lire = async (suite = ''): Promise<PageOppositions> =>
  (await base.ask<PageOppositions>('get', `/oppositions?pageSize=100${suite}`)).data;

it('la liste dit une personne une fois par portée, avec qui l’a enregistrée et pourquoi', async () => {
  const geste = { cible: cibleDe('palmer'), raison: 'demande_ecrite' };
  await base.ask('post', '/oppositions', { ...geste, portee: 'sms' });
  await base.ask('post', '/oppositions', { ...geste, portee: 'tout' });
  const { total, lignes } = await lire();
  expect(total).toBe(2);
  expect(lignes.map(({ portee }) => portee).sort()).toEqual(['sms', 'tout']);
  expect(lignes[0]).toMatchObject({
    ...{ nom: 'PALMER Julien', typeDestinataire: 'entrepreneur', adresse: null },
    ...{ documentId: cibleDe('palmer').documentId, source: 'Saisie à la main' },
    ...{ raison: 'demande_ecrite', auteur: 'Camille sms-administrateur' },
  });
});

it('elle se cherche par nom et par portée', async () => {
  expect((await lire('&recherche=palmer&portee=sms')).total).toBe(1);
  expect((await lire('&recherche=martin')).total).toBe(0);
});

it('une adresse que personne ne porte y est, illisible', async () => {
  const cible = { adresse: 'personne@ailleurs.test' };
  await base.ask('post', '/oppositions', { cible, portee: 'newsletter', raison: 'demande_orale' });
  const { lignes } = await lire('&portee=newsletter');
  expect(lignes).toMatchObject([{ nom: null, adresse: null, dUnePersonne: false }]);
});

it('un périmètre n’y voit que ses fiches, et aucune adresse sans personne', async () => {
  const droit = `action = 'plugin::sms-mailing.oppositions.consulter-oppositions'`;
  const limiter = (conditions: string) =>
    base.sql(`UPDATE admin_permissions SET conditions = '${conditions}' WHERE ${droit}`);
  await limiter('["plugin::sms-mailing.perimetre-antenne"]');
  const vues = await lire();
  await limiter('[]');
  expect(vues).toEqual({ total: 0, lignes: [] });
});

it('un nouvel accord lève l’opposition s’il dit où il se trouve, et la preuve reste lisible', async () => {
  const levee = { cible: cibleDe('palmer'), portee: 'sms', raison: 'nouvel_accord' };
  const refus = await base.ask('post', '/oppositions/lever', levee);
  expect([refus.status, refus.erreur?.message]).toEqual([
    400,
    expect.stringMatching(/Dites où se trouve le nouvel accord/) as string,
  ]);
  await base.ask('post', '/oppositions/lever', { ...levee, preuve: 'E-mail du 3 mars' });
  expect((await lire('&portee=sms')).total).toBe(0);
  const { data } = await base.ask<{ journal: { preuve: string | null }[] }[]>(
    'get',
    `/oppositions/entrepreneur/${cibleDe('palmer').documentId}`
  );
  expect(JSON.stringify(data)).toContain('E-mail du 3 mars');
});

it('en tête de la fiche, elle dit depuis quand et comment, là où elle arrête, et seulement là', async () => {
  const cible = cibleDe('palmer');
  const ouvrir = async (): Promise<FichePersonne> =>
    (await base.ask<FichePersonne>('get', `/personnes/entrepreneur/${cible.documentId}`)).data;
  const lever = { cible, portee: 'tout', raison: 'erreur_de_saisie' };
  expect((await ouvrir()).oppositions.email).toMatchObject({ source: 'Saisie à la main' });
  await base.ask('post', '/oppositions/lever', lever);
  expect((await ouvrir()).oppositions).toEqual({});
  await base.ask('post', '/oppositions', { cible, portee: 'sms', raison: 'demande_orale' });
  const fiche = await ouvrir();
  expect(fiche).toMatchObject({
    destinations: { email: { motif: null }, sms: { motif: 'opposition' } },
    oppositions: { sms: { source: 'Saisie à la main' } },
  });
  expect(Object.keys(fiche.oppositions)).toEqual(['sms']);
  expect(fiche.oppositions.sms?.survenueLe).toMatch(/^2022-03-03T\d\d:\d\d:\d\dZ$/);
});
