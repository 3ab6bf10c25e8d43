import { describe, expect, it } from 'vitest';
import { listEvenements, type Corps } from './classify-evenement';
import type { FournisseurRetours } from './fournisseur-retours';

const JETON = '2a0123456789abc';
const ADRESSE = 'julie@courriel.test';
const INCONNUE = '550 5.1.1 <julie@courriel.test>: Recipient address rejected: User unknown';

const brevo = (champs: Corps): Corps => ({
  ...{ email: ADRESSE, id: '17', ts_epoch: '1646330400000', 'X-Mailin-custom': JETON },
  ...champs,
});
const mailjet = (champs: Corps): Corps => ({
  ...{ email: ADRESSE, time: '1646330400', MessageID: '1234', CustomID: JETON },
  ...champs,
});
const postmark = (champs: Corps): Corps => ({
  ...{ RecordType: 'Bounce', Email: ADRESSE, ID: '42', 'Metadata.envoi': JETON },
  ...champs,
});

describe('Ce que dit un fournisseur d’e-mails', () => {
  it.each<[FournisseurRetours, Corps, string, string | null]>([
    ['brevo', brevo({ event: 'hard_bounce', reason: INCONNUE }), 'boite_inexistante', '5.1.1'],
    ['brevo', brevo({ event: 'hard_bounce', reason: '' }), 'boite_inexistante', null],
    ['brevo', brevo({ event: 'invalid_email' }), 'boite_inexistante', null],
    [
      'brevo',
      brevo({ event: 'hard_bounce', reason: '550 5.7.1 Blocked by Spamhaus' }),
      'refus_du_serveur',
      '5.7.1',
    ],
    [
      'brevo',
      brevo({ event: 'soft_bounce', reason: '452 4.2.2 Mailbox full' }),
      'boite_pleine',
      '4.2.2',
    ],
    [
      'brevo',
      brevo({ event: 'soft_bounce', reason: 'Unable to find MX of domain courriel.test' }),
      'serveur_injoignable',
      null,
    ],
    [
      'brevo',
      brevo({ event: 'blocked', reason: 'due to blacklist user' }),
      'refus_du_serveur',
      null,
    ],
    ['brevo', brevo({ event: 'error' }), 'refus_du_serveur', null],
    ['brevo', brevo({ event: 'spam' }), 'signale_indesirable', null],
    ['brevo', brevo({ event: 'complaint' }), 'signale_indesirable', null],
    [
      'mailjet',
      mailjet({ event: 'bounce', hard_bounce: 'true', error: 'user unknown' }),
      'boite_inexistante',
      null,
    ],
    [
      'mailjet',
      mailjet({ event: 'bounce', hard_bounce: 'true', error: 'invalid domain' }),
      'domaine_inexistant',
      null,
    ],
    [
      'mailjet',
      mailjet({ event: 'bounce', hard_bounce: 'true', error: 'mailbox inactive' }),
      'boite_fermee',
      null,
    ],
    [
      'mailjet',
      mailjet({ event: 'bounce', hard_bounce: 'false', error: 'quota exceeded' }),
      'boite_pleine',
      null,
    ],
    ['mailjet', mailjet({ event: 'blocked', error: 'preblocked' }), 'refus_du_serveur', null],
    ['mailjet', mailjet({ event: 'blocked', error: 'user unknown' }), 'boite_inexistante', null],
    ['mailjet', mailjet({ event: 'spam', source: 'JMRPP' }), 'signale_indesirable', null],
    ['postmark', postmark({ Type: 'HardBounce', Details: INCONNUE }), 'boite_inexistante', '5.1.1'],
    ['postmark', postmark({ Type: 'BadEmailAddress' }), 'boite_inexistante', null],
    ['postmark', postmark({ Type: 'SoftBounce', Details: '' }), 'non_precisee', null],
    ['postmark', postmark({ Type: 'DMARCPolicy' }), 'refus_du_serveur', null],
    [
      'postmark',
      postmark({ RecordType: 'SpamComplaint', Type: 'SpamComplaint' }),
      'signale_indesirable',
      null,
    ],
  ])('%s : %j est « %s »', (fournisseur, corps, raison, code) => {
    const [lu, ...autres] = listEvenements(fournisseur, corps);
    expect(autres).toEqual([]);
    expect(lu).toMatchObject({ jeton: JETON, raison, code, destinataires: [ADRESSE] });
  });

  it.each<[FournisseurRetours, Corps]>([
    ['brevo', brevo({ event: 'delivered' })],
    ['brevo', brevo({ event: 'deferred', reason: INCONNUE })],
    ['brevo', brevo({ event: 'constructor' })],
    ['mailjet', mailjet({ event: 'open' })],
    ['mailjet', mailjet({ event: 'bounce', hard_bounce: 'false', error: 'greylisted' })],
    ['postmark', postmark({ Type: 'Transient' })],
    ['postmark', postmark({ Type: 'AutoResponder' })],
    ['postmark', postmark({ RecordType: 'Delivery' })],
    ['brevo', {}],
  ])('%s : %j ne revient pas', (fournisseur, corps) => {
    expect(listEvenements(fournisseur, corps)).toEqual([]);
  });

  it('ce qui ne vient pas d’ici, ou ne dit pas de qui, est laissé', () => {
    const sansJeton = brevo({ event: 'hard_bounce', 'X-Mailin-custom': '{"autre":"outil"}' });
    expect(listEvenements('brevo', sansJeton)).toEqual([]);
    const { email: _email, ...sansAdresse } = brevo({ event: 'hard_bounce' });
    expect(listEvenements('brevo', sansAdresse)).toEqual([]);
  });

  it('à défaut de l’en-tête, le Message-ID de l’envoi suffit', () => {
    const { 'X-Mailin-custom': _entete, ...corps } = brevo({ event: 'hard_bounce' });
    const messageId = `<${'0f'.repeat(16)}.${JETON}@asso.test>`;
    expect(listEvenements('brevo', { ...corps, 'message-id': messageId })).toMatchObject([
      { jeton: JETON },
    ]);
  });

  it('Mailjet en dit plusieurs à la fois, dans leur ordre', () => {
    const grouper = (dits: readonly Corps[]): Corps =>
      Object.fromEntries(
        dits.flatMap((dit, rang) =>
          Object.entries(dit).map(([champ, texte]) => [`${String(rang)}.${champ}`, texte])
        )
      );
    const lus = listEvenements(
      'mailjet',
      grouper([
        mailjet({ event: 'sent' }),
        mailjet({ event: 'spam' }),
        mailjet({ event: 'blocked', error: 'preblocked' }),
      ])
    );
    expect(lus.map(({ raison }) => raison)).toEqual(['signale_indesirable', 'refus_du_serveur']);
  });
});
