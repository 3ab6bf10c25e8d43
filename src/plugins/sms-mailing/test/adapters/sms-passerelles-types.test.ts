import { afterEach, describe, expect, it } from 'vitest';
import { PASSERELLES_TYPES } from '../../core/passerelles-types';
import { createBancPasserelle, createReport, MOT_DE_PASSE, SMS, SUIVI } from './passerelle-banc';

const banc = createBancPasserelle();
afterEach(() => banc.close());

const typeOf = (nom: string) => PASSERELLES_TYPES.find((type) => type.nom === nom)!.passerelle;

describe('Kannel', () => {
  const OK = { status: 202, corps: '0: Accepted for delivery' };

  it('reçoit le texte dans le corps et le compte dans les en-têtes, rien dans l’adresse', async () => {
    const sender = await banc.open(typeOf('Kannel'), OK);
    expect(await sender.send(SMS)).toMatchObject({ reference: SMS.cle, credits: null });
    const recue = banc.serveur().recues[0]!;
    expect(recue).toMatchObject({ methode: 'POST', chemin: '/sms', corps: SMS.texte });
    expect(recue.entetes).toMatchObject({
      'content-type': 'text/plain;charset=UTF-8',
      'x-kannel-username': 'bge',
      'x-kannel-password': MOT_DE_PASSE,
      'x-kannel-to': '+33612345678',
      'x-kannel-from': 'BGE',
      'x-kannel-coding': '0',
      'x-kannel-dlr-url': `${SUIVI}?cle=campagne%3A4%2Fe%3A7&statut=%d`,
    });
  });

  it('sans adresse publique, aucun accusé n’est demandé', async () => {
    const sender = await banc.open(typeOf('Kannel'), OK, { urlSuivi: null });
    await sender.send(SMS);
    expect(banc.serveur().recues[0]!.entetes).not.toHaveProperty('x-kannel-dlr-url');
    expect(sender.capacites.accuses).toBe(false);
  });

  it.each([
    [{ status: 202, corps: '3: Queued for later delivery' }, null],
    [{ status: 403, corps: 'Authorization failed for sendsms' }, 'configuration'],
    [{ status: 503, corps: 'Temporal failure, try again later.' }, 'reessayer'],
    [{ status: 202, corps: '5: Rejected' }, 'refuse'],
  ])('%j : %s', async (reponse, issue) => {
    const sender = await banc.open(typeOf('Kannel'), reponse);
    const envoi = sender.send(SMS);
    await (issue === null
      ? expect(envoi).resolves.toBeDefined()
      : expect(envoi).rejects.toMatchObject({ issue }));
  });

  it('rend compte sous la clé de l’envoi', async () => {
    const sender = await banc.open(typeOf('Kannel'), OK);
    expect(sender.parseStatus!(createReport({ cle: SMS.cle, statut: '1' }))).toMatchObject([
      { reference: SMS.cle, cle: SMS.cle, statut: 'remis' },
    ]);
    expect(sender.parseStatus!(createReport({ cle: SMS.cle, statut: '16' }))).toMatchObject([
      { statut: 'echec', code: '16' },
    ]);
    expect(sender.parseStatus!(createReport({ cle: SMS.cle, statut: '99' }))).toEqual([]);
    expect(sender.parseStatus!(createReport({ cle: SMS.cle, statut: '1' }, 'autre'))).toBeNull();
  });
});

describe('smsmode', () => {
  const OK = { status: 201, corps: '{"messageId":"a1","status":{"value":"ENROUTE"}}' };

  it('reçoit du JSON et la clé d’API en en-tête', async () => {
    const sender = await banc.open(typeOf('smsmode'), OK);
    expect((await sender.send(SMS)).reference).toBe('a1');
    const recue = banc.serveur().recues[0]!;
    expect(recue.entetes['x-api-key']).toBe(MOT_DE_PASSE);
    expect(JSON.parse(recue.corps)).toEqual({
      recipient: { to: '33612345678' },
      body: { text: SMS.texte },
      from: 'BGE',
      refClient: SMS.cle,
      callbackUrlStatus: `${SUIVI}?cle=campagne%3A4%2Fe%3A7`,
    });
  });

  it('rend compte en JSON, numéro compris', async () => {
    const sender = await banc.open(typeOf('smsmode'), OK);
    const textes = { messageId: 'a1', 'status.value': 'DELIVERED', 'recipient.to': '33612345678' };
    expect(sender.parseStatus!(createReport(textes))).toEqual([
      {
        reference: 'a1',
        cle: null,
        statut: 'remis',
        code: null,
        opposition: false,
        numero: '+33612345678',
      },
    ]);
  });
});

describe('Octopush', () => {
  it('reçoit le but du message et dit le nombre de SMS', async () => {
    const corps =
      '{"sms_ticket":"sms_1","number_of_contacts":1,"total_cost":0.07,"number_of_sms_needed":2}';
    const sender = await banc.open(typeOf('Octopush'), { status: 201, corps });
    expect(await sender.send(SMS)).toMatchObject({ reference: 'sms_1', credits: 2 });
    const recue = banc.serveur().recues[0]!;
    expect(recue.entetes).toMatchObject({ 'api-login': 'bge', 'api-key': MOT_DE_PASSE });
    expect(JSON.parse(recue.corps)).toMatchObject({
      recipients: [{ phone_number: '+33612345678' }],
      purpose: 'wholesale',
    });
  });
});
