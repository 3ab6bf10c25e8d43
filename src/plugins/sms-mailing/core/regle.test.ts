import { describe, expect, it } from 'vitest';
import { perimetreParmi, TOUT } from './perimetre';
import { CLES_REGLE, isCleRegle, phraseRegle, refuseFiche } from './regle';

describe('les phrases des règles', () => {
  it.each(CLES_REGLE)('%s : la phrase tient debout, avec ou sans détails', (cle) => {
    expect(cle).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const details of [
      {},
      { modele: 'Rappel', limite: '2 Mo', sms: 7, demande: 3, exclus: 2 },
    ]) {
      const phrase = phraseRegle(cle, details);
      expect(phrase).toMatch(/^[A-ZÀÉ0-9].{15,}\.$/);
      expect(phrase).not.toMatch(/undefined|\[object|'/);
    }
  });

  it('les blancs de la phrase sont remplis', () => {
    expect(phraseRegle('credit-insuffisant', { demande: 1200, disponible: 3 })).toBe(
      'Il faut 1\u00a0200 SMS et il en reste 3 : achetez un package et saisissez-le dans Package SMS.'
    );
    expect(phraseRegle('donnees-invalides', { champs: ['nom', 'objet'] })).toContain('nom, objet');
  });

  it('le nombre s’accorde', () => {
    expect(phraseRegle('promotion-a-confirmer', { exclus: 1 })).toMatch(/^1 personne n’a pas/);
    expect(phraseRegle('promotion-a-confirmer', { exclus: 2 })).toMatch(/^2 personnes n’ont pas/);
  });

  it('une clé inconnue donne une phrase utilisable', () => {
    expect(isCleRegle('toString')).toBe(false);
    expect(phraseRegle('regle-de-demain')).toContain('(regle-de-demain)');
  });
});

describe('une fiche introuvable', () => {
  it('n’existe pas, pour qui voit tout ; pour les autres, rien ne dit si elle existe', () => {
    expect(() => refuseFiche(TOUT)).toThrow('fiche-introuvable');
    expect(() => refuseFiche(TOUT, 'action-introuvable')).toThrow('action-introuvable');
    for (const absente of ['fiche-introuvable', 'action-introuvable'] as const) {
      expect(() => refuseFiche(perimetreParmi({}), absente)).toThrow('hors-perimetre');
    }
  });
});
