import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import { openBaseReelle, type BaseReelle } from './base-reelle';

const MESSAGE = {
  message: '<p>Viendrez-vous ? <a href="${action_lien_confirmation}">Répondre</a></p>',
};

let reelle: BaseReelle;
let action: string;

beforeAll(async () => {
  reelle = await openBaseReelle({ PUBLIC_URL: 'http://localhost:1337' });
  action = reelle.base.seed.actions.palmerDiagnostic!.documentId;
});
afterAll(() => reelle.base.close());

const lire = async (modele: string): Promise<AvantEnvoi['modeles'][number]> => {
  const corps = { modeleDocumentIds: [modele] };
  const { data } = await reelle.base.ask<AvantEnvoi>(
    'post',
    `/actions/${action}/avant-envoi`,
    corps
  );
  return data.modeles[0]!;
};

it('sur une vraie base sans adresse publique, un lien de réponse mort se dit avant le clic', async () => {
  const rappel = await lire(await reelle.createModele('email', 'Rappel', MESSAGE));
  expect(rappel.recevront).toEqual([]);
  expect(rappel.exclus.map(({ motif }) => motif)).toContain('lien_mort');
  const suivi = await lire(await reelle.createModele('email', 'Suivi'));
  expect(suivi.exclus.map(({ motif }) => motif)).not.toContain('lien_mort');
});

it('et rien n’en part : la ligne dit pourquoi', async () => {
  const modele = await reelle.createModele('email', 'Rappel au clic', MESSAGE);
  await reelle.base.ask('post', `/actions/${action}/envoyer`, { modeleDocumentIds: [modele] });
  await reelle.base.tick(new Date('2022-03-03T14:05:00Z'));
  expect(reelle.base.mailsDe('Rappel au clic')).toEqual([]);
  for (const { statut, motif } of await reelle.lignesDe('Rappel au clic')) {
    expect([statut, motif]).toEqual(['exclu', 'lien_mort']);
  }
});
