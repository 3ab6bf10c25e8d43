import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import type { ServeurHttp } from '../../src/plugins/sms-mailing/test/fakes/serveur-http';
import { startServeurOvh } from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-ovh';
import {
  startServeurTwilio,
  type ServeurTwilio,
} from '../../src/plugins/sms-mailing/test/fakes/sms-serveur-twilio';
import { openBaseTwilio, PUBLIC, reportTwilio } from './accuses-twilio';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { environnementOvh } from './environnement-ovh';
import { createEnvoisSms, type EnvoisSms, type EtatSms } from './envoi-sms';
import { anonymous } from './harness';
import { putSurLeFil, takeDuFil } from './sur-le-fil';

let base: BaseDuGuide;
let envois: EnvoisSms;

const relire = async ({ id }: EtatSms): Promise<EtatSms> =>
  (await base.sql<EtatSms>('SELECT * FROM sms_envois WHERE id = $1', [id]))[0]!;

describe('les accusés de réception signés de Twilio', () => {
  let twilio: ServeurTwilio;

  beforeAll(async () => {
    twilio = await startServeurTwilio();
    base = await openBaseTwilio(twilio.url);
    envois = createEnvoisSms(base);
  });
  afterAll(async () => {
    await base.close();
    await twilio.close();
  });

  const report = (envoi: EtatSms, corps: Record<string, string>, jeton?: string) =>
    reportTwilio(base, envoi, corps, jeton);

  it('ce qui reste chez l’opérateur se lit à côté des packages, quand il le dit', async () => {
    const ask = async () => (await base.ask('get', '/packages-sms-operateur')).data;
    expect(await ask()).toMatchObject({ issue: 'ok', solde: null });
    twilio.solde = '12.5';
    expect(await ask()).toMatchObject({ issue: 'ok', solde: { montant: 12.5, unite: 'EUR' } });
  });

  it('demandés avec chaque SMS, remettent l’envoi sans jamais revenir en arrière', async () => {
    const envoi = await envois.send('palmer');
    expect(twilio.recus.at(-1)?.StatusCallback).toBe(
      `${PUBLIC}/api/sms-mailing/suivi/twilio?${new URLSearchParams({ cle: envoi.cle }).toString()}`
    );
    expect(envoi.statut).toBe('envoye');
    expect((await report(envoi, { MessageStatus: 'delivered' })).status).toBe(200);
    expect((await relire(envoi)).statut).toBe('remis');
    for (const MessageStatus of ['sent', 'undelivered', 'delivered']) {
      expect((await report(envoi, { MessageStatus })).status).toBe(200);
      expect((await relire(envoi)).statut).toBe('remis');
    }
  });

  it('un « échec » dit trop tôt cède à « remis », que rien ne défait', async () => {
    const envoi = await envois.send('palmer');
    await report(envoi, { MessageStatus: 'undelivered', ErrorCode: '30008' });
    expect(await relire(envoi)).toMatchObject({ statut: 'echec', motif: 'non_remis' });
    await report(envoi, { MessageStatus: 'delivered' });
    expect(await relire(envoi)).toMatchObject({ statut: 'remis', motif: null, detail: null });
    await report(envoi, { MessageStatus: 'undelivered', ErrorCode: '30008' });
    expect(await relire(envoi)).toMatchObject({ statut: 'remis', motif: null });
  });

  it('un SMS perdu n’est pas tranché par la référence de son jumeau', async () => {
    const parti = await envois.send('palmer');
    twilio.incident = { status: 503, html: '' };
    const perdu = await envois.send('palmer');
    twilio.incident = null;
    expect(perdu.statut).toBe('incertain');
    await report(perdu, { MessageSid: parti.reference ?? '', MessageStatus: 'delivered' });
    expect((await relire(perdu)).statut).toBe('incertain');
    await base.tick(envois.at('18:20'));
    expect(await relire(perdu)).toMatchObject({ statut: 'incertain', reference: null });
  });

  it('mille accusés d’inconnus n’affament pas ceux qui suivent', async () => {
    const envoi = await envois.send('palmer');
    await base.sql(
      `INSERT INTO sms_suivis (reference, cle, statut, opposition, recu_le)
       SELECT 'inconnu-' || n, '', 'remis', false, $1 FROM generate_series(1, 1200) n`,
      [envois.at('18:00')]
    );
    await base.sql(
      `INSERT INTO sms_suivis (reference, cle, statut, opposition, recu_le) VALUES ($1, '', 'remis', false, $2)`,
      [envoi.reference, envois.at('18:00')]
    );
    await base.tick(envois.at('18:30'));
    expect((await relire(envoi)).statut).toBe('remis');
    await base.sql(`DELETE FROM sms_suivis`);
  });

  it('sont refusés mal signés, non signés, ou signés pour une autre adresse', async () => {
    const envoi = await envois.send('martin');
    const refus = await report(envoi, { MessageStatus: 'failed' }, 'autre-jeton');
    expect({ status: refus.status, text: refus.text }).toEqual({ status: 403, text: '' });
    const nu = await anonymous(base.app)
      .post('/api/sms-mailing/suivi/twilio')
      .type('form')
      .send({ MessageSid: envoi.reference, MessageStatus: 'failed' });
    expect(nu.status).toBe(403);
    expect((await relire(envoi)).statut).toBe('envoye');
  });

  it('un STOP devient une opposition, et plus rien ne part à ce numéro', async () => {
    const envoi = await envois.send('diallo');
    await report(envoi, { MessageStatus: 'failed', ErrorCode: '21610' });
    expect(await relire(envoi)).toMatchObject({ statut: 'echec', motif: 'opposition' });
    const suivant = await envois.send('diallo');
    expect(suivant).toMatchObject({ statut: 'exclu', motif: 'opposition' });
  });

  it('ni au numéro que la personne donne ensuite : le STOP est le sien', async () => {
    const { documentId } = base.seed.entrepreneurs.diallo!;
    const telephones = [{ numero: '06 39 98 00 77', principal: true, contactPossible: true }];
    const uid = 'api::entrepreneur.entrepreneur';
    const chemin = `/content-manager/collection-types/${uid}/${documentId}`;
    expect((await base.admin.put(chemin).send({ telephones })).status).toBe(200);
    expect(await envois.send('diallo')).toMatchObject({ statut: 'exclu', motif: 'opposition' });
  });

  it('un SMS incertain est tranché par son accusé, et alors seulement débité', async () => {
    await base.ask('post', '/packages-sms', { dateAchat: '2022-01-02', achetes: 10 });
    twilio.incident = { apres: 'coupure' };
    const envoi = await envois.send('palmer');
    twilio.incident = null;
    expect(envoi).toMatchObject({ statut: 'incertain', reference: null });
    await report(envoi, { MessageSid: 'SM9', MessageStatus: 'delivered' });
    await report(envoi, { MessageSid: 'SM9', MessageStatus: 'delivered' });
    expect(await relire(envoi)).toMatchObject({ statut: 'remis', reference: 'SM9' });
    const { data } = await base.ask<{ packages: { consommes: number }[] }>('get', '/packages-sms');
    expect(data.packages[0]?.consommes).toBe(1);
  });

  it('un SMS incertain est demandé à l’opérateur : retrouvé chez lui, il est envoyé, une seule fois', async () => {
    twilio.incident = { status: 503, html: '' };
    const inconnu = await envois.send('palmer');
    twilio.incident = { apres: 'coupure' };
    const parti = await envois.send('martin');
    twilio.incident = null;
    expect([parti.statut, inconnu.statut]).toEqual(['incertain', 'incertain']);
    const recus = twilio.recus.length;
    await base.tick(envois.at('18:05'));
    expect(await relire(parti)).toMatchObject({
      statut: 'envoye',
      reference: expect.stringMatching(/^SM/) as unknown,
    });
    // The operator does not know it: that proves nothing, a person decides.
    expect((await relire(inconnu)).statut).toBe('incertain');
    expect(twilio.recus).toHaveLength(recus);
  });

  it('un SMS incertain est demandé tel qu’il est parti, même quand les réglages ont changé depuis', async () => {
    twilio.incident = { apres: 'coupure' };
    const parti = await envois.send('palmer', 'Prêt pour la fête ?');
    twilio.incident = null;
    expect(parti.statut).toBe('incertain');
    const { data } = await base.ask<{ parametres: object }>('get', '/parametres');
    const regles = { ...data.parametres, remplacerAccents: false };
    expect((await base.ask('put', '/parametres', regles)).status).toBe(200);
    await base.tick(envois.at('18:05'));
    expect((await relire(parti)).statut).toBe('envoye');
  });

  it('un accusé plus rapide que l’inscription de l’envoi attend son tour', async () => {
    const envoi = await envois.send('martin');
    await putSurLeFil(base, envoi.id);
    await report(envoi, { MessageStatus: 'delivered' });
    expect((await relire(envoi)).statut).toBe('programme');
    await takeDuFil(base, envoi.id, envoi.reference);
    await base.tick(envois.at('19:00'));
    expect((await relire(envoi)).statut).toBe('remis');
    expect(await base.sql('SELECT 1 FROM sms_suivis')).toEqual([]);
  });

  it('un autre fournisseur n’est pas écouté, et qui insiste est freiné', async () => {
    const autre = await anonymous(base.app).get(
      '/api/sms-mailing/suivi/ovh-http2sms/secret?id=1&ptt=4'
    );
    expect(autre.status).toBe(404);
    const statuts: number[] = [];
    for (let i = 0; i < 40; i += 1) {
      statuts.push((await anonymous(base.app).post('/api/sms-mailing/suivi/twilio')).status);
    }
    expect(statuts[0]).toBe(403);
    expect(statuts.at(-1)).toBe(429);
    const envoi = await envois.send('palmer');
    expect((await report(envoi, { MessageStatus: 'delivered' })).status).toBe(200);
  });
});

describe('les accusés de réception d’OVHcloud, à l’adresse secrète', () => {
  let ovh: ServeurHttp;

  beforeAll(async () => {
    ovh = await startServeurOvh();
    base = await openBaseDuGuide('sms-administrateur', {
      PUBLIC_URL: PUBLIC,
      ...environnementOvh(ovh.url),
    });
    envois = createEnvoisSms(base);
  });
  afterAll(async () => {
    await base.close();
    await ovh.close();
  });

  it('l’adresse à déclarer est donnée dans les réglages des envois, et elle seule est crue', async () => {
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    const chemin = data.urlSuivi?.replace(PUBLIC, '') ?? '';
    expect(chemin).toMatch(/^\/api\/sms-mailing\/suivi\/ovh-http2sms\/[\w-]{32}$/);
    const envoi = await envois.send('palmer');
    const report = (adresse: string, ptt: number) =>
      anonymous(base.app).get(
        `${adresse}?id=${envoi.reference!}&ptt=${ptt}&date=20220303&description=1`
      );
    const autreSecret = chemin.endsWith('A') ? 'B' : 'A';
    expect((await report(chemin.slice(0, -1) + autreSecret, 4)).status).toBe(403);
    expect((await report('/api/sms-mailing/suivi/ovh-http2sms', 4)).status).toBe(403);
    expect((await relire(envoi)).statut).toBe('envoye');
    expect((await report(chemin, 1)).status).toBe(200);
    expect((await report(chemin, 4)).status).toBe(200);
    expect((await relire(envoi)).statut).toBe('remis');
    expect((await report(chemin, 5)).status).toBe(200);
    expect((await relire(envoi)).statut).toBe('remis');
  });

  it('un échec dit son code', async () => {
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    const envoi = await envois.send('martin');
    const chemin = data.urlSuivi!.replace(PUBLIC, '');
    await anonymous(base.app).get(`${chemin}?id=${envoi.reference!}&ptt=23`);
    expect(await relire(envoi)).toMatchObject({
      statut: 'echec',
      motif: 'non_remis',
      detail: 'L’opérateur n’a pas pu remettre le SMS (23).',
    });
  });
});
