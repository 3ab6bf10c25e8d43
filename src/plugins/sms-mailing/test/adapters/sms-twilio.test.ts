import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { TransportError } from '../../core/errors';
import type { ReglagesTwilio } from '../../server/src/adapters/sms/twilio';
import { createSmsSenderTwilio } from '../../server/src/adapters/sms/twilio';
import type { SmsAEnvoyer } from '../../server/src/services/ports/sms';
import type { ServeurTwilio } from '../fakes/sms-serveur-twilio';
import { COMPTE, JETON, startServeurTwilio } from '../fakes/sms-serveur-twilio';
import { DELAI_MS } from './passerelle-banc';

const SMS: SmsAEnvoyer = {
  vers: '+33612345678',
  texte: 'Rappel',
  encodage: 'gsm7',
  but: 'suivi',
  cle: 'action:12/e&7',
};
const SUIVI = 'https://sms.bge.example/api/sms-mailing/suivi/twilio';

const LIBRE = { isPrise: async () => false };

describe('Twilio', () => {
  let serveur: ServeurTwilio;
  beforeEach(async () => {
    serveur = await startServeurTwilio();
  });
  afterEach(() => serveur.close());

  const open = (reglages: Partial<ReglagesTwilio> = {}) =>
    createSmsSenderTwilio({
      accountSid: COMPTE,
      authToken: JETON,
      cleApi: null,
      expediteur: 'BGEARTOIS',
      messagingServiceSid: null,
      urlSuivi: null,
      urlApi: serveur.url,
      delaiMs: DELAI_MS,
      ...reglages,
    });
  const failureOf = async (reglages: Partial<ReglagesTwilio> = {}) => {
    const erreur: unknown = await open(reglages)
      .send(SMS)
      .catch((raison: unknown) => raison);
    if (!(erreur instanceof TransportError)) throw new Error('TransportError attendue');
    return erreur;
  };

  it('reçoit l’expéditeur et le texte, sans remplacement de lettres de sa part', async () => {
    await open().send(SMS);
    expect(serveur.recus).toEqual([
      { To: SMS.vers, From: 'BGEARTOIS', Body: 'Rappel', SmartEncoded: 'false' },
    ]);
  });

  it('compte les parties qu’il annonce, et aucune quand il ne sait pas encore', async () => {
    expect((await open().send(SMS)).credits).toBe(1);
    const parService = open({ messagingServiceSid: `MG${'1'.repeat(32)}` });
    expect((await parService.send(SMS)).credits).toBeNull();
    expect(serveur.recus[1]).toMatchObject({ MessagingServiceSid: `MG${'1'.repeat(32)}` });
    expect(serveur.recus[1]).not.toHaveProperty('From');
  });

  it('s’ouvre aussi par une clé d’API', async () => {
    await open({ cleApi: { sid: `SK${'2'.repeat(32)}`, secret: 's' } }).send(SMS);
    const attendu = Buffer.from(`SK${'2'.repeat(32)}:s`).toString('base64');
    expect(serveur.authorisations).toEqual([`Basic ${attendu}`]);
  });

  it('ne reçoit jamais deux fois un SMS de lui-même', async () => {
    serveur.incident = { status: 429, code: 20429 };
    await failureOf();
    expect(serveur.authorisations).toHaveLength(1);
  });

  it('éteint, laisse réessayer', async () => {
    await serveur.close();
    expect((await failureOf()).issue).toBe('reessayer');
    serveur = await startServeurTwilio();
  });

  it('mal réglé, est une affaire de configuration', async () => {
    expect((await failureOf({ accountSid: 'bge' })).issue).toBe('configuration');
  });

  it.each([
    { status: 400, code: 21211 },
    { status: 401, code: 20003 },
    { apres: 'coupure' as const },
  ])('tait le jeton et le numéro dans ses erreurs (%j)', async (incident) => {
    serveur.incident = incident;
    const erreur = await failureOf();
    const tout =
      JSON.stringify(erreur) + erreur.message + String(erreur.stack) + String(erreur.cause);
    expect(tout).not.toContain(JETON);
    expect(tout).not.toContain('612345678');
  });

  it('ne prend pas pour le nôtre un SMS plus ancien de même texte', async () => {
    const sender = open();
    await sender.send(SMS);
    expect(
      await sender.findByRef!(SMS, { ...LIBRE, depuis: new Date(Date.now() + 3_600_000) })
    ).toBeNull();
  });

  it('de deux SMS identiques à la même personne, laisse à chacun sa référence', async () => {
    const sender = open();
    const { reference } = await sender.send(SMS);
    const prises = new Set([reference]);
    const recherche = {
      depuis: new Date(Date.now() - 60_000),
      isPrise: async (sid: string) => prises.has(sid),
    };
    expect(await sender.findByRef!(SMS, recherche)).toBeNull();
    const second = await sender.send(SMS);
    expect(await sender.findByRef!(SMS, recherche)).toMatchObject({ reference: second.reference });
  });

  it('en panne pendant une recherche, laisse réessayer la recherche', async () => {
    serveur.incident = { status: 500, html: 'x' };
    const recherche = open().findByRef!(SMS, { ...LIBRE, depuis: new Date() });
    await expect(recherche).rejects.toMatchObject({ issue: 'reessayer' });
  });

  describe('rend compte', () => {
    const sign = (url: string, corps: Record<string, string>, jeton = JETON) => ({
      methode: 'POST',
      url,
      entetes: { 'x-twilio-signature': getExpectedTwilioSignature(jeton, url, corps) },
      corps,
      parametres: {},
      secret: '',
    });

    it('sous la clé de l’envoi, demandée avec le SMS', async () => {
      const sender = open({ urlSuivi: SUIVI });
      await sender.send(SMS);
      const url = serveur.recus[0]!.StatusCallback!;
      const corps = { MessageSid: 'SM1', MessageStatus: 'delivered' };
      expect(sender.parseStatus!(sign(url, corps))).toEqual([
        {
          reference: 'SM1',
          cle: SMS.cle,
          statut: 'remis',
          code: null,
          opposition: false,
          numero: null,
        },
      ]);
    });

    it.each([
      ['sent', 'envoye'],
      ['delivered', 'remis'],
      ['undelivered', 'echec'],
      ['failed', 'echec'],
    ])('%s devient %s', (MessageStatus, statut) => {
      const [suivi] = open().parseStatus!(sign(SUIVI, { MessageSid: 'SM1', MessageStatus }))!;
      expect(suivi?.statut).toBe(statut);
    });

    it('d’un STOP comme d’une opposition', () => {
      const corps = { MessageSid: 'SM1', MessageStatus: 'failed', ErrorCode: '21610' };
      expect(open().parseStatus!(sign(SUIVI, corps))).toMatchObject([
        { opposition: true, code: '21610' },
      ]);
    });

    it('sans être cru quand la signature est fausse, absente, ou d’une autre adresse', () => {
      const corps = { MessageSid: 'SM1', MessageStatus: 'delivered' };
      const sender = open();
      expect(sender.parseStatus!(sign(SUIVI, corps, 'autre'))).toBeNull();
      expect(sender.parseStatus!({ ...sign(SUIVI, corps), entetes: {} })).toBeNull();
      expect(
        sender.parseStatus!({ ...sign(SUIVI, corps), url: SUIVI.replace('https', 'http') })
      ).toBeNull();
      expect(
        sender.parseStatus!({ ...sign(SUIVI, corps), corps: { ...corps, MessageSid: 'SM2' } })
      ).toBeNull();
    });

    it('d’un état inconnu sans effet', () => {
      expect(open().parseStatus!(sign(SUIVI, { MessageSid: 'SM1', MessageStatus: 'x' }))).toEqual(
        []
      );
    });
  });
});
