import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EnJson } from '../../src/plugins/sms-mailing/core/api/en-json';
import type { PageExemplaires } from '../../src/plugins/sms-mailing/core/api/exemplaires';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor } from './harness';

let base: BaseDuGuide;

const lire = async (query = ''): Promise<EnJson<PageExemplaires>> =>
  (await base.ask<EnJson<PageExemplaires>>('get', `/exemplaires${query}`)).data;

beforeAll(async () => {
  base = await openBaseDuGuide();
});
afterAll(() => base.close());

it('chaque code et chaque exemplaire y est, qui, quoi, vers où, d’après qui, le dernier d’abord', async () => {
  expect(await lire()).toEqual({ total: 0, lignes: [] });
  await base.proveAdresse();
  const { documentId } = base.seed.entrepreneurs['palmer']!;
  const demande = {
    cobaye: { typeDestinataire: 'entrepreneur', documentId },
    modele: {
      ...{ but: 'suivi', typeContact: 'email', nom: 'Essai', objet: 'Bonjour' },
      message: '<p>Bonjour</p>',
    },
  };
  expect((await base.ask('post', '/modeles-exemplaire', demande)).status).toBe(200);
  const { total, lignes } = await lire();
  expect(total).toBe(2);
  const commun = { auteur: 'Camille sms-administrateur', transport: 'mail', issue: 'parti' };
  expect(lignes).toMatchObject([
    { ...commun, genre: 'exemplaire', modele: 'Essai', personne: 'PALMER Julien' },
    { ...commun, genre: 'code', modele: null, personne: null, typeDestinataire: null },
  ]);
  for (const { vers } of lignes) {
    expect(vers).toMatch(/^.{0,2}•••@exemple\.fr$/);
  }
});

it('la fiche et le compte disparus, la ligne reste', async () => {
  await base.sql('UPDATE sms_exemplaires SET utilisateur_id = 0, destinataire_document_id = $1', [
    'disparue',
  ]);
  const { lignes } = await lire();
  expect(lignes[0]).toMatchObject({ auteur: '', personne: null, typeDestinataire: 'entrepreneur' });
});

it('se lit par pages, jusqu’au bout', async () => {
  await base.sql(
    `INSERT INTO sms_exemplaires (utilisateur_id, genre, transport, vers, empreinte, demande_le, issue)
     SELECT 0, 'code', 'mail', 'a•••@x.fr', 'x', now(), 'parti' FROM generate_series(1, 23)`
  );
  const pages = [await lire(), await lire('?page=2'), await lire('?page=3'), await lire('?page=4')];
  expect(pages.map(({ total, lignes }) => [total, lignes.length])).toEqual([
    [25, 10],
    [25, 10],
    [25, 5],
    [25, 0],
  ]);
  const ids = pages.flatMap(({ lignes }) => lignes.map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  expect((await base.ask('get', '/exemplaires?page=0')).status).toBe(400);
});

it.each(['sms-conseiller', 'sms-profil-specifique'])('%s ne le lit pas', async (profil) => {
  const agent = await agentFor(base.app, profil);
  expect((await base.ask('get', '/exemplaires', undefined, agent)).status).toBe(403);
});
