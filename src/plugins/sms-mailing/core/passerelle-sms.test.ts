import { describe, expect, it } from 'vitest';
import { passerelleSchema } from './passerelle-sms';

function accepte(url: string): boolean {
  return passerelleSchema.safeParse({ url }).success;
}

describe('L’adresse d’une passerelle SMS (guide §1)', () => {
  it('est en https sur Internet', () => {
    expect(accepte('https://passerelle.exemple.fr/envoyer')).toBe(true);
    expect(accepte('http://passerelle.exemple.fr/envoyer')).toBe(false);
  });

  it('peut être en http sur le réseau de l’association, et là seulement', () => {
    expect(accepte('http://10.1.2.3:13013/cgi-bin/sendsms')).toBe(true);
    expect(accepte('http://192.168.1.20/sms')).toBe(true);
    expect(accepte('http://kannel.local/sms')).toBe(true);
    expect(accepte('http://10.evil.example/sms')).toBe(false);
    expect(accepte('http://192.168.evil.example/sms')).toBe(false);
    expect(accepte('http://127.evil.example/sms')).toBe(false);
  });

  it('ne porte ni identifiant ni mot de passe', () => {
    expect(accepte('https://moi:secret@passerelle.exemple.fr/')).toBe(false);
  });
});
