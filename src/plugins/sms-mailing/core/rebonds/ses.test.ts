import { describe, expect, it } from 'vitest';
import { listEvenements, type Corps } from './classify-evenement';
import { readAbonnement } from './ses';

const JETON = '2a0123456789abc';
const ADRESSE = 'julie@courriel.test';
const ENTETES = [{ name: 'X-Envoi', value: JETON }];
const MESSAGE_ID = { name: 'message-id', value: `<${'0f'.repeat(16)}.${JETON}@asso.test>` };

/** An event, as SNS posts it. */
const poste = (evenement: object, headers: object[] = ENTETES): Corps => ({
  ...{ Type: 'Notification', TopicArn: 'arn:aws:sns:eu-west-3:1:retours' },
  Message: JSON.stringify({ mail: { messageId: '0102', headers }, ...evenement }),
});
const rebond = (bounceType: string, bounceSubType = 'General', diagnosticCode = ''): object => ({
  notificationType: 'Bounce',
  bounce: {
    ...{ bounceType, bounceSubType },
    bouncedRecipients: [{ emailAddress: ADRESSE, diagnosticCode }],
  },
});
const plainte = (complaintFeedbackType: string | null = 'abuse'): object => ({
  eventType: 'Complaint',
  complaint: { complaintFeedbackType, complainedRecipients: [{ emailAddress: ADRESSE }] },
});

describe('Ce que dit Amazon SES, par SNS', () => {
  it.each([
    [rebond('Permanent', 'NoEmail', 'smtp; 550 5.1.1 user unknown'), 'boite_inexistante', '5.1.1'],
    [rebond('Permanent'), 'boite_inexistante', null],
    [rebond('Permanent', 'General', '550 5.7.1 Blocked by Spamhaus'), 'refus_du_serveur', '5.7.1'],
    [rebond('Transient', 'MailboxFull'), 'boite_pleine', null],
    [rebond('Transient', 'General', '550 5.1.1 user unknown'), 'serveur_injoignable', '5.1.1'],
    [rebond('Transient', 'ContentRejected'), 'refus_du_serveur', null],
    [rebond('Transient', 'MessageTooLarge'), 'message_trop_lourd', null],
    [rebond('Undetermined', 'Undetermined'), 'non_precisee', null],
    [plainte(), 'signale_indesirable', null],
    [plainte(null), 'signale_indesirable', null],
  ])('%j est « %s »', (evenement, raison, code) => {
    expect(listEvenements('ses', poste(evenement))).toEqual([
      { jeton: JETON, raison, code, par: 'Amazon SES', destinataires: [ADRESSE] },
    ]);
  });

  it('sans notre en-tête, le Message-ID d’origine suffit ; sans les deux, rien n’est cru', () => {
    const de = (headers: object[]) => listEvenements('ses', poste(rebond('Permanent'), headers));
    expect(de([MESSAGE_ID])).toMatchObject([{ jeton: JETON }]);
    expect(de([])).toEqual([]);
  });

  it.each<Corps>([
    poste({ notificationType: 'Delivery' }),
    poste(plainte('not-spam')),
    poste({ notificationType: 'Bounce' }),
    { Type: 'Notification', Message: '{' },
    { Type: 'Notification', Message: '[]' },
    { ...poste(rebond('Permanent')), Type: 'SubscriptionConfirmation' },
    {},
  ])('%j ne revient pas', (corps) => {
    expect(listEvenements('ses', corps)).toEqual([]);
  });
});

describe('Un abonnement ne se confirme qu’auprès d’Amazon', () => {
  const lien = (SubscribeURL: string, Type = 'SubscriptionConfirmation') =>
    readAbonnement({ Type, SubscribeURL });

  it.each([
    'https://sns.eu-west-3.amazonaws.com/?Action=ConfirmSubscription&Token=abc',
    'https://sns.cn-north-1.amazonaws.com.cn/?Action=ConfirmSubscription',
  ])('%s est ouvert', (url) => {
    expect(lien(url)).toBe(url);
  });

  it.each([
    'http://sns.eu-west-3.amazonaws.com/',
    'https://sns.eu-west-3.amazonaws.com:8443/',
    'https://moi@sns.eu-west-3.amazonaws.com/',
    'https://sns.eu-west-3.amazonaws.com.pirate.test/',
    'https://pirate.test/sns.eu-west-3.amazonaws.com',
    'https://sns.pirate.test\\.amazonaws.com/',
    'https://a.sns.eu-west-3.amazonaws.com/',
    'https://s3.amazonaws.com/',
    'https://169.254.169.254/',
    'sns.eu-west-3.amazonaws.com',
    '',
  ])('« %s » ne l’est pas', (url) => {
    expect(lien(url)).toBeNull();
  });

  it('rien n’est ouvert quand rien n’est demandé', () => {
    expect(lien('https://sns.eu-west-3.amazonaws.com/', 'Notification')).toBeNull();
  });
});
