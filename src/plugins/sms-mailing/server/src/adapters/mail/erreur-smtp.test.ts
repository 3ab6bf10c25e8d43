import { describe, expect, it } from 'vitest';
import { classifyErreurSmtp } from './erreur-smtp';

const rcpt = (responseCode: number, response: string) => ({
  code: 'EENVELOPE',
  command: 'RCPT TO',
  responseCode,
  response,
});
const data = (responseCode: number, response: string) => ({
  code: 'EMESSAGE',
  command: 'DATA',
  responseCode,
  response,
});

describe('classifyErreurSmtp', () => {
  it.each([
    ['une adresse inconnue', rcpt(550, '550 5.1.1 User unknown'), 'refuse', '5.1.1'],
    ['une boîte pleine', rcpt(452, '452 4.2.2 Mailbox full'), 'reessayer', '4.2.2'],
    ['un relais interdit', rcpt(554, '554 5.7.1 Relay access denied'), 'configuration', '5.7.1'],
    ['un contenu refusé', data(554, '554 5.7.1 Spam'), 'refuse', '5.7.1'],
    ['un message trop gros', data(552, '552 5.3.4 Too big'), 'refuse', '5.3.4'],
    ['un report après le contenu', data(451, '451 Later'), 'reessayer', '451'],
    [
      'un expéditeur refusé',
      { ...rcpt(553, '553 5.7.1 Sender rejected'), command: 'MAIL FROM' },
      'configuration',
      '5.7.1',
    ],
    [
      'une taille refusée dès MAIL FROM',
      { ...rcpt(552, '552 Too big'), command: 'MAIL FROM' },
      'refuse',
      '552',
    ],
    [
      'un mot de passe refusé',
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 bad' },
      'configuration',
      '535',
    ],
    [
      'une authentification en panne',
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 454, response: '454 4.7.0 later' },
      'reessayer',
      '4.7.0',
    ],
    [
      'un accueil refusé',
      { code: 'EPROTOCOL', command: 'CONN', responseCode: 554, response: '554 No' },
      'reessayer',
      '554',
    ],
    ['un serveur éteint', { code: 'ESOCKET', command: 'CONN' }, 'reessayer', 'ESOCKET'],
    ['un nom introuvable', { code: 'EDNS', command: 'CONN' }, 'reessayer', 'EDNS'],
    ['un certificat refusé', { code: 'ETLS', command: 'CONN' }, 'configuration', 'ETLS'],
  ])('%s', (_, erreur, issue, code) => {
    expect(classifyErreurSmtp(erreur, false)).toMatchObject({ issue, code });
  });

  it.each([
    ['un report sans autre précision', rcpt(450, '450 4.7.1 Try later'), 'douteuse'],
    ['un report après le contenu', data(451, '451 Local error'), 'douteuse'],
    ['une boîte pleine', rcpt(452, '452 4.2.2 Mailbox full'), 'message'],
    ['une liste grise', rcpt(450, '450 4.2.0 Greylisted, see postgrey'), 'message'],
    ['un disque plein', rcpt(452, '452 4.3.1 Insufficient storage'), 'rythme'],
    [
      'un report dès l’expéditeur',
      { ...rcpt(452, '452 Too many'), command: 'MAIL FROM' },
      'rythme',
    ],
    [
      'une fermeture',
      { code: 'ECONNECTION', command: 'CONN', responseCode: 421, response: '421 Bye' },
      'rythme',
    ],
    ['un serveur éteint', { code: 'ESOCKET', command: 'CONN' }, 'transport'],
    ['un relais interdit', rcpt(554, '554 5.7.1 Relay access denied'), 'douteuse'],
    ['une identification demandée', rcpt(530, '530 5.7.0 Must authenticate'), 'douteuse'],
    [
      'un expéditeur refusé',
      { ...rcpt(553, '553 5.7.1 Sender rejected'), command: 'MAIL FROM' },
      'transport',
    ],
    ['un chiffrement refusé', { code: 'ETLS', responseCode: 454, response: '454 No' }, 'transport'],
  ])('dit qui est concerné par %s', (_, erreur, portee) => {
    expect(classifyErreurSmtp(erreur, false).portee).toBe(portee);
  });

  it.each([
    ['STARTTLS refusé', { code: 'ETLS', responseCode: 454, response: '454 TLS not available' }],
    ['un certificat inconnu', { code: 'ESOCKET', message: 'self-signed certificate' }],
    [
      'une poignée de main ratée',
      { code: 'ESOCKET', message: 'SSL routines:wrong version number' },
    ],
  ])('%s est un réglage à corriger', (_, erreur) => {
    expect(classifyErreurSmtp(erreur, false).issue).toBe('configuration');
  });

  it.each([
    [
      '550 5.1.1 <jack@courriel.test>: Recipient address rejected: User unknown',
      'boite_inexistante',
    ],
    ['556 5.1.10 Null MX', 'domaine_inexistant'],
    ['551 5.1.6 Moved', 'boite_inexistante'],
    ['550 5.2.1 Mailbox disabled', 'boite_fermee'],
    ['550 No such user here', 'boite_inexistante'],
  ])('« %s » dit l’adresse fausse pour toujours', (reponse, raison) => {
    const { retour } = classifyErreurSmtp(rcpt(550, reponse), false);
    expect(retour).toMatchObject({ raison, par: '' });
  });

  it.each([
    rcpt(550, '550 5.1.0 <moi@asso.test>: Sender address rejected: User unknown'),
    rcpt(553, '553 5.7.1 <moi@asso.test>: Sender address rejected: not owned by user'),
    rcpt(504, '504 5.5.2 Helo command rejected: Host not found'),
    rcpt(550, '550 5.7.1 User unknown, blocked by policy'),
    rcpt(550, '550 5.7.1 Recipient address rejected: sending limit'),
    rcpt(552, '552 5.2.2 Mailbox full'),
    rcpt(550, '550 No'),
    rcpt(450, '450 4.1.1 User unknown'),
    rcpt(554, '554 5.7.1 Relay access denied'),
    data(550, '550 5.1.1 User unknown'),
    { ...rcpt(550, '550 5.1.1 User unknown'), command: 'MAIL FROM' },
  ])('rien n’est dit de l’adresse par $command $response', (erreur) => {
    expect(classifyErreurSmtp(erreur, false).retour).toBeNull();
  });

  it('une connexion perdue après le dernier octet laisse l’envoi incertain', () => {
    expect(classifyErreurSmtp({ code: 'ECONNECTION' }, true).issue).toBe('incertain');
  });

  it('une réponse du serveur tranche, même après le dernier octet', () => {
    expect(classifyErreurSmtp(data(554, '554 No'), true).issue).toBe('refuse');
    expect(classifyErreurSmtp(data(421, '421 Bye'), true).issue).toBe('reessayer');
  });

  it('une liste grise attend au moins un quart d’heure', () => {
    expect(classifyErreurSmtp(rcpt(451, '451 Greylisted'), false).reessayerDansMs).toBe(900_000);
  });

  it('la réponse à une authentification reste hors du message', () => {
    const erreur = { code: 'EAUTH', responseCode: 535, response: '535 secret-login failed' };
    expect(classifyErreurSmtp(erreur, false).message).not.toContain('secret-login');
  });
});
