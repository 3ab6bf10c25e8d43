import { describe, expect, it } from 'vitest';
import {
  fillGabarit,
  JETONS_PASSERELLE,
  passerelleSchema,
  type JetonPasserelle,
} from './passerelle-sms';

const URL_SURE = 'https://sms.example.fr/envoyer';
const lire = (passerelle: object) => passerelleSchema.safeParse({ url: URL_SURE, ...passerelle });
const messageOf = (passerelle: object) => lire(passerelle).error?.issues[0]?.message ?? '';

const VALEURS = Object.fromEntries(JETONS_PASSERELLE.map((nom) => [nom, `<${nom}>`])) as Record<
  JetonPasserelle,
  string
>;

describe('une passerelle décrite par des réglages', () => {
  it('n’envoie jamais un mot de passe dans une adresse', () => {
    expect(messageOf({ methode: 'GET', champs: { p: '{motDePasse}' } })).toContain('l’adresse');
    expect(messageOf({ methode: 'GET', champs: { p: 'x{motDePasse}' } })).toContain('l’adresse');
    expect(
      messageOf({
        solde: { url: URL_SURE, methode: 'GET', champs: { k: '{motDePasse}' }, chemin: 'c' },
      })
    ).toContain('l’adresse');
    expect(messageOf({ url: `${URL_SURE}?k={motDePasse}` })).toContain(
      'sans identifiant ni repère'
    );
    expect(messageOf({ url: 'https://bge:secret@sms.example.fr' })).toContain('sans identifiant');
    expect(lire({ methode: 'GET', entetes: { 'X-Cle': '{motDePasse}' } }).success).toBe(true);
  });

  it.each([
    ['https://sms.example.fr/a?b=1', true],
    ['http://127.0.0.1:13013/cgi-bin/sendsms', true],
    ['http://kannel:13013/cgi-bin/sendsms', true],
    ['http://192.168.1.10/x', true],
    ['http://172.20.0.2/x', true],
    ['http://172.32.0.2/x', false],
    ['http://sms.example.fr', false],
    ['http://kannel.local/sms', true],
    ['http://10.evil.example', false],
    ['http://192.168.evil.example/sms', false],
    ['http://127.evil.example/sms', false],
    ['ftp://sms.example.fr', false],
    ['sms.example.fr', false],
    ['', false],
  ])('adresse « %s » : %s', (url, sure) => {
    expect(lire({ url }).success).toBe(sure);
  });

  it('un repère inconnu, un nom d’en-tête ou un chemin ambigu est refusé en disant quoi faire', () => {
    expect(messageOf({ champs: { to: '{numero}' } })).toContain('{vers}');
    expect(messageOf({ entetes: { 'X Cle': '1' } })).toContain('nom d’en-tête');
    expect(messageOf({ champs: { to: '{vers}', 'to.0': '{vers}' } })).toContain('à la fois');
  });

  it('les repères sont remplacés une fois : un texte qui en contient reste tel quel', () => {
    expect(fillGabarit('{vers}/{texte}', { ...VALEURS, texte: '{motDePasse}' })).toBe(
      '<vers>/{motDePasse}'
    );
    expect(fillGabarit('{autre} {toString}', VALEURS)).toBe('{autre} {toString}');
  });
});
