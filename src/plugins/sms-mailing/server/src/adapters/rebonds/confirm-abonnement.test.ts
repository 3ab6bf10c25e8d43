import { expect, it } from 'vitest';
import { startServeurHttp } from '../../../../test/fakes/serveur-http';
import { createReseau } from '../reseau/reseau';
import { confirmAbonnement } from './confirm-abonnement';

it('un abonnement est confirmé quand Amazon le dit, et se redemande sinon', async () => {
  let status = 200;
  const serveur = await startServeurHttp(() => ({ status, corps: '' }));
  const reseau = createReseau([new URL(serveur.url).host]);
  const confirmer = (de = reseau) =>
    confirmAbonnement(de, `${serveur.url}/?Action=ConfirmSubscription`);
  expect(await confirmer()).toBe(true);
  status = 403;
  expect(await confirmer()).toBe(false);
  expect(await confirmer(createReseau([]))).toBe(false);
  expect(serveur.recues.map(({ methode, chemin }) => `${methode} ${chemin}`)).toEqual([
    'GET /?Action=ConfirmSubscription',
    'GET /?Action=ConfirmSubscription',
  ]);
  await serveur.close();
});
