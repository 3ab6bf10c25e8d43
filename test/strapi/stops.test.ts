import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startServeurTwilio,
  type ServeurTwilio,
} from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-twilio';
import { openBaseTwilio, reportTwilio } from './accuses-twilio';
import type { BaseDuGuide } from './base-du-guide';
import { createEnvoisSms, type EnvoisSms, type EtatSms } from './envoi-sms';

let base: BaseDuGuide;
let twilio: ServeurTwilio;
let envois: EnvoisSms;

beforeAll(async () => {
  twilio = await startServeurTwilio();
  base = await openBaseTwilio(twilio.url);
  envois = createEnvoisSms(base);
});
afterAll(async () => {
  await base.close();
  await twilio.close();
});

/** One SMS to MARTIN, sent this evening; answers its line. */
const sendSms = (): Promise<EtatSms> => envois.send('martin');

async function reportStop(envoi: EtatSms): Promise<void> {
  const { status } = await reportTwilio(base, envoi, {
    MessageStatus: 'failed',
    ErrorCode: '21610',
  });
  expect(status).toBe(200);
}

async function lever(): Promise<void> {
  const { documentId } = base.seed.entrepreneurs.martin!;
  const cible = { typeDestinataire: 'entrepreneur', documentId };
  const geste = { cible, portee: 'sms', raison: 'nouvel_accord', preuve: 'Appel' };
  expect((await base.ask('post', '/oppositions/lever', geste)).data).toMatchObject({ levees: 1 });
}

it('un STOP rejoué après la levée de l’opposition n’en crée pas une autre', async () => {
  const envoi = await sendSms();
  await reportStop(envoi);
  expect((await sendSms()).motif).toBe('opposition');
  await lever();
  await reportStop(envoi);
  expect(await sendSms()).toMatchObject({ statut: 'envoye', motif: null });
});

it('un nouveau STOP, à un nouveau SMS, est écouté', async () => {
  await reportStop(await sendSms());
  expect((await sendSms()).motif).toBe('opposition');
  await lever();
});

it('rejoué sur une base qui l’avait entendu avant cette version, il ne l’est pas', async () => {
  const envoi = await sendSms();
  await reportStop(envoi);
  await lever();
  await base.sql('DELETE FROM sms_stops');
  await reportStop(envoi);
  expect((await sendSms()).statut).toBe('envoye');
});

it('ni quand son envoi n’est plus dans l’historique', async () => {
  const envoi = await sendSms();
  await reportStop(envoi);
  await lever();
  await base.sql(`UPDATE sms_envois SET reference = NULL, cle = 'x:' || id WHERE id = $1`, [
    envoi.id,
  ]);
  await reportStop(envoi);
  expect((await sendSms()).statut).toBe('envoye');
});
