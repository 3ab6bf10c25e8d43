import { describe, expect, it } from 'vitest';
import { createErreurSms } from '../sms/erreur-sms';
import { classifyErreurSmtp } from '../mail/erreur-smtp';
import { phraseChiffrement, phrasePanne } from './phrase-panne';

describe('Un serveur qu’on n’a pas pu joindre se dit en français, sans code', () => {
  it.each([
    ['ENOTFOUND', 'introuvable'],
    ['EAI_AGAIN', 'introuvable'],
    ['EDNS', 'introuvable'],
    ['ECONNREFUSED', 'rien ne répond'],
    ['ETIMEDOUT', 'à temps'],
    ['UND_ERR_CONNECT_TIMEOUT', 'à temps'],
    ['UND_ERR_HEADERS_TIMEOUT', 'à temps'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificat'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificat'],
    ['ECONNRESET', 'coupée'],
    ['ESOCKET', 'coupée'],
    ['UND_ERR_SOCKET', 'coupée'],
    ['reseau', 'coupée'],
  ])('%s', (code, mot) => {
    expect(phrasePanne(code)).toContain(mot);
    const sms = createErreurSms('OVHcloud', { issue: 'reessayer', code });
    expect(sms.message).toContain(mot);
    const mail = classifyErreurSmtp({ code, command: 'CONN' }, false);
    for (const { message, code: garde } of [sms, mail]) {
      expect(message).not.toContain(code);
      expect(garde).toBe(code);
    }
  });

  it.each(['403', '550', '5.1.1', '21211'])('ce que dit le serveur lui-même, %s, reste', (code) => {
    expect(phrasePanne(code)).toBeNull();
    expect(createErreurSms('OVHcloud', { issue: 'refuse', code }).message).toContain(`(${code})`);
  });
});

describe('Une connexion qui ne se chiffre pas se dit en français', () => {
  it.each([
    ['self-signed certificate in certificate chain', 'reconnu'],
    ['unable to verify the first certificate', 'reconnu'],
    ['certificate has expired', 'valable'],
    ["Hostname/IP does not match certificate's altnames: Host: x.", 'un autre serveur'],
    ['A0:error:0A00010B:SSL routines:ssl3_get_record:wrong version number', 'vérifiez le port'],
    ['Client network socket disconnected before secure TLS connection', 'vérifiez le port'],
  ])('%s', (dit, mot) => {
    expect(phraseChiffrement(dit)).toContain(mot);
    const { message } = classifyErreurSmtp({ code: 'ESOCKET', message: dit }, false);
    expect(message).toContain(mot);
    expect(message).not.toMatch(/certificate|SSL|TLS|socket/i);
  });

  it('une erreur sans nom connu ne montre ni son code, ni ses mots', () => {
    for (const erreur of [{ code: 'EAUTH' }, { code: 'EXYZ', message: 'boom' }, {}]) {
      expect(classifyErreurSmtp(erreur, false).message).not.toMatch(/EAUTH|EXYZ|boom/);
    }
  });
});
