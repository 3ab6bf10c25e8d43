import { describe, expect, it } from 'vitest';
import { domaineOf, examineDns, isDomaineGrandPublic, type DnsDomaine } from './domaine-expediteur';

const etats = (dns: Partial<DnsDomaine>) =>
  Object.fromEntries(
    examineDns({ domaine: [], dmarc: [], dkim: undefined, ...dns }).map(({ nom, etat }) => [
      nom,
      etat,
    ])
  );

describe('le domaine de l’expéditeur', () => {
  it.each([
    ['contact@Gmail.com', true],
    ['bge@orange.fr', true],
    ['contact@bge.asso.fr', false],
    ['contact@orange.fr.bge.fr', false],
  ])('%s est grand public : %s', (adresse, attendu) => {
    expect(isDomaineGrandPublic(adresse)).toBe(attendu);
  });

  it('est ce qui suit l’arobase, en minuscules', () => {
    expect(domaineOf('Contact@BGE.fr')).toBe('bge.fr');
  });

  it('dit ce qui est publié, ce qui manque et ce qu’on ne sait pas', () => {
    expect(
      etats({
        domaine: ['google-site-verification=x', 'v=spf1 include:mx.ovh.com ~all'],
        dmarc: ['v=DMARC1; p=none'],
        dkim: ['v=DKIM1; k=rsa; p=MIIB'],
      })
    ).toEqual({ SPF: 'present', DKIM: 'present', DMARC: 'present' });
    expect(etats({ domaine: ['v=spf10'], dkim: [] })).toEqual({
      SPF: 'absent',
      DKIM: 'absent',
      DMARC: 'absent',
    });
    expect(etats({ domaine: null, dmarc: null, dkim: null })).toEqual({
      SPF: 'inconnu',
      DKIM: 'inconnu',
      DMARC: 'inconnu',
    });
  });

  it('une clé DKIM retirée (p= vide) ne compte pas', () => {
    expect(etats({ dkim: ['v=DKIM1; p='] }).DKIM).toBe('absent');
  });

  it('ne reproche pas DKIM quand le relais signe lui-même', () => {
    const dkim = examineDns({ domaine: [], dmarc: [], dkim: undefined })[1];
    expect(dkim).toMatchObject({
      etat: 'inconnu',
      phrase: expect.stringContaining('relais') as string,
    });
  });
});
