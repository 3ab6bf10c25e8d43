import { describe, expect, it } from 'vitest';
import {
  findSuspensions,
  isPromotionParEmail,
  suspensionOf,
  type CleSuspension,
  type FaitsBloquants,
  type Suspensions,
} from './suspension';
import type { But, TypeContact } from './vocabulaire';

const PRET: FaitsBloquants = {
  baseReelle: true,
  expediteur: 'contact@bge.fr',
  fournisseur: 'ovh-http2sms',
  champsManquants: [],
  verifies: { mail: true, sms: true },
  urlPublique: 'https://sms.bge.fr',
};

const LIBRE: Suspensions = { mail: null, promotion: null, sms: null };
const suspensionsOf = (faits: Partial<FaitsBloquants>): Suspensions =>
  findSuspensions({ ...PRET, ...faits });

describe('Ce qui attend sur une vraie base', () => {
  it('rien, quand tout est en ordre', () => {
    expect(findSuspensions(PRET)).toEqual(LIBRE);
  });

  it.each<[string, Partial<FaitsBloquants>, CleSuspension, string]>([
    ['une adresse d’exemple', { expediteur: 'x@exemple.fr' }, 'mail', 'x@exemple.fr'],
    ['un e-mail non vérifié', { verifies: { mail: false, sms: true } }, 'mail', 'e-mail de vérif'],
    ['un compte incomplet', { champsManquants: ['Login'] }, 'sms', 'il manque : Login'],
    ['un SMS non vérifié', { verifies: { mail: true, sms: false } }, 'sms', 'SMS de vérification'],
    ['le journal', { fournisseur: 'journal' }, 'sms', 'aucun fournisseur de SMS'],
    ['une adresse locale', { urlPublique: 'http://localhost:1337' }, 'promotion', 'localhost:1337'],
  ])('%s retient ce qu’il concerne, et cela seul', (_, faits, cle, raison) => {
    const suspensions = suspensionsOf(faits);
    expect(suspensions[cle]).toContain(raison);
    expect({ ...suspensions, [cle]: null }).toEqual(LIBRE);
  });

  it('le journal retient les SMS même si un compte était vérifié, ou ne l’était pas', () => {
    for (const sms of [true, false]) {
      const faits = { fournisseur: 'journal', verifies: { mail: true, sms } } as const;
      expect(suspensionsOf(faits).sms).toContain('aucun fournisseur');
    }
  });

  it('de deux manques, le premier se dit', () => {
    const faits = { champsManquants: ['Login'], verifies: { mail: true, sms: false } };
    expect(suspensionsOf(faits).sms).toContain('il manque : Login');
  });

  it('sur une base d’essai, rien', () => {
    const faits = {
      baseReelle: false,
      expediteur: 'x@exemple.fr',
      fournisseur: 'journal',
      verifies: { mail: false, sms: false },
      urlPublique: 'http://localhost:1337',
    } as const;
    expect(suspensionsOf(faits)).toEqual(LIBRE);
  });
});

describe('Ce qui retient un envoi', () => {
  const SUIVI_PART = { ...LIBRE, promotion: 'lien mort' };
  it.each<[TypeContact, But, Suspensions, CleSuspension | null]>([
    ['email', 'suivi', SUIVI_PART, null],
    ['email', 'promotion', SUIVI_PART, 'promotion'],
    ['newsletter', 'promotion', SUIVI_PART, 'promotion'],
    ['newsletter', 'suivi', SUIVI_PART, 'promotion'],
    ['sms', 'promotion', SUIVI_PART, null],
    ['email', 'promotion', { ...SUIVI_PART, mail: 'non vérifié' }, 'mail'],
    ['email', 'suivi', { ...LIBRE, mail: 'non vérifié' }, 'mail'],
    ['sms', 'suivi', { ...LIBRE, mail: 'non vérifié' }, null],
    ['sms', 'suivi', { ...LIBRE, sms: 'aucun fournisseur' }, 'sms'],
    ['newsletter', 'promotion', LIBRE, null],
  ])('%s de %s', (typeContact, but, suspensions, cle) => {
    expect(suspensionOf(suspensions, { typeContact, but })).toBe(cle);
  });

  it('un SMS de promotion n’est pas une promotion par e-mail', () => {
    expect(isPromotionParEmail({ typeContact: 'sms', but: 'promotion' })).toBe(false);
  });
});
