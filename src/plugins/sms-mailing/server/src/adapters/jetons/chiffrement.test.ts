import { describe, expect, it } from 'vitest';
import { createChiffrement } from './chiffrement';
import { listCles } from './cles';

const ouvrir = (maitre: string, precedentes: string[] = []) =>
  createChiffrement(listCles(maitre, precedentes, 'secrets'), [maitre, ...precedentes]);
const LIEN = '["ovh-http2sms","sms-bg1-1","bge"]';
const CLAIR = 'Mot de passe à 1 €';

describe('un secret chiffré', () => {
  it('se relit sous son lien, et sous aucun autre', () => {
    const chiffrement = ouvrir('maitre');
    const chiffre = chiffrement.encrypt(CLAIR, LIEN);
    expect(chiffre).not.toContain(CLAIR);
    expect(chiffrement.decrypt(chiffre, LIEN)).toBe(CLAIR);
    expect(chiffrement.decrypt(chiffre, LIEN.replace('bg1', 'bg2'))).toBeNull();
    expect(chiffrement.decryptSansLien(chiffre)).toBeNull();
  });

  it('ne se chiffre jamais deux fois pareil', () => {
    const chiffrement = ouvrir('maitre');
    expect(chiffrement.encrypt(CLAIR, LIEN)).not.toBe(chiffrement.encrypt(CLAIR, LIEN));
  });

  it('se relit sous la clé précédente, qui n’est plus la courante', () => {
    const chiffre = ouvrir('ancienne').encrypt(CLAIR, LIEN);
    const apres = ouvrir('neuve', ['ancienne']);
    expect(apres.decrypt(chiffre, LIEN)).toBe(CLAIR);
    expect(apres.isCourant(chiffre, LIEN)).toBe(false);
    expect(apres.isCourant(apres.encrypt(CLAIR, LIEN), LIEN)).toBe(true);
    expect(ouvrir('neuve').decrypt(chiffre, LIEN)).toBeNull();
  });

  it.each(['', 'v1', 'v1:a:b:c', 'v2:00:00:00', `v1:${'0'.repeat(24)}:00:${'0'.repeat(32)}`])(
    'abîmé (%j), il ne se lit pas et n’arrête rien',
    (chiffre) => {
      expect(ouvrir('maitre').decrypt(chiffre, LIEN)).toBeNull();
    }
  );
});
