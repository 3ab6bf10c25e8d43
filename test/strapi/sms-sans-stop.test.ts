import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startServeurTwilio,
  type ServeurTwilio,
} from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-twilio';
import { openBaseTwilio } from './accuses-twilio';
import type { BaseDuGuide } from './base-du-guide';

let twilio: ServeurTwilio;
let base: BaseDuGuide;

beforeAll(async () => {
  twilio = await startServeurTwilio();
  base = await openBaseTwilio(twilio.url);
});
afterAll(async () => {
  await base.close();
  await twilio.close();
});

const createSms = (nom: string, but: string, message: string): Promise<string> =>
  base.createModele({ typeContact: 'sms', nom, but, message });

const programmer = (modele: string) =>
  base.ask('post', `/entrepreneurs/${base.seed.entrepreneurs.palmer!.documentId}/programmer`, {
    modeleDocumentIds: [modele],
  });

it('Twilio n’ajoute pas de STOP : une promotion qui ne le dit pas ne part à personne, le suivi part', async () => {
  const muette = await createSms('Portes ouvertes', 'promotion', 'Venez à nos portes ouvertes');
  const dite = await createSms('Journée', 'promotion', 'Venez à la journée. STOP au 36180');
  const suivi = await createSms('Rappel', 'suivi', 'Votre rendez-vous est demain');
  const { data } = await base.ask<{ modeles: { exclus: { motif: string }[] }[] }>(
    'post',
    `/entrepreneurs/${base.seed.entrepreneurs.palmer!.documentId}/avant-envoi`,
    { modeleDocumentIds: [muette] }
  );
  expect(data.modeles[0]?.exclus).toMatchObject([{ motif: 'sms_sans_stop' }]);
  for (const modele of [muette, dite, suivi]) {
    expect((await programmer(modele)).status).toBe(200);
  }
  await base.tick(new Date('2022-03-03T18:00:30Z'));
  expect(twilio.recus.map(({ Body }) => Body).sort()).toEqual([
    'Venez à la journée. STOP au 36180',
    'Votre rendez-vous est demain',
  ]);
  expect(await base.countEnvois()).toEqual({ envoye: 2, sms_sans_stop: 1 });
});
