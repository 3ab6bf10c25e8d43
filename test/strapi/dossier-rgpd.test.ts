import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../src/plugins/sms-mailing/core/dossier';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { agentFor } from './harness';

let base: BaseDuGuide;
let chemin: string;

beforeAll(async () => {
  base = await openBaseDuGuide();
  const { documentId } = base.seed.entrepreneurs.palmer!;
  chemin = `/sms-mailing/personnes/entrepreneur/${documentId}/dossier`;
  const modele = await base.createModele({
    ...{ nom: 'Info', objet: 'Bonjour', message: '<p>Bonjour ${personne/personne_nom}</p>' },
  });
  const corps = { modeleDocumentIds: [modele] };
  await base.ask('post', `/entrepreneurs/${documentId}/programmer`, corps);
  await base.tick(new Date('2022-03-03T18:00:00Z'));
});
afterAll(() => base.close());

it('le dossier d’une personne dit tout ce qui est gardé d’elle, à lire et en JSON', async () => {
  const { status, text, headers } = await base.admin.get(chemin);
  expect(status).toBe(200);
  expect(headers['content-disposition']).toContain('attachment');
  const json = /id="donnees">([\s\S]*)<\/script>/.exec(text)?.[1] ?? '';
  const dossier = JSON.parse(json) as Dossier;
  expect(dossier.nom).toBe('PALMER Julien');
  const fiche = dossier.rubriques.find(({ titre }) => titre === 'E-mails');
  expect(JSON.stringify(fiche)).toContain('julien.palmer@boite.test');
  expect(JSON.stringify(fiche)).toContain('Accepte d’être contacté avec cet e-mail');
  expect(dossier.envois).toMatchObject([
    { modele: 'Info', statut: 'envoye', message: { objet: 'Bonjour' } },
  ]);
  expect(dossier.envois[0]?.message?.texte).toContain('PALMER');
  expect(text).toContain('<h2>Envois</h2>');
});

it('rien de technique ni d’autrui n’y entre', async () => {
  const { text } = await base.admin.get(chemin);
  expect(text).not.toMatch(/empreinte|calcule_selon|document_id/);
  expect(text).not.toContain('sophie.martin');
});

it('l’export est au journal, et reste à l’Administrateur', async () => {
  const { data } = await base.ask<{ lignes: { phrase: string; personne: string }[] }>(
    'get',
    '/journal?genre=exports'
  );
  expect(data.lignes[0]).toMatchObject({
    ...{ phrase: 'a exporté les données d’une personne et 1 envoi', personne: 'PALMER Julien' },
  });
  const autre = await agentFor(base.app, 'sms-profil-specifique');
  expect((await autre.get(chemin)).status).toBe(403);
});
