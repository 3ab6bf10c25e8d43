import { describe, expect, it } from 'vitest';
import { regle } from '../test/fakes/regle-du-guide';
import { envoiAutomatiqueSchema, isSansCritere } from './envoi-automatique';

describe('le paramétrage d’un envoi automatique (guide §6.c)', () => {
  it('type de contact, modèle et délai suffisent ; le reste a un défaut prudent', () => {
    expect(
      envoiAutomatiqueSchema.parse({ typeContact: 'sms', modeleDocumentId: 'm', delai: -2 })
    ).toEqual({
      typeContact: 'sms',
      modeleDocumentId: 'm',
      delai: -2,
      criteres: {
        natures: [],
        typesAction: [],
        ods: [],
        etapes: [],
        modesIntervention: [],
        presences: [],
        confirme: 'indifferent',
      },
      inactif: false,
      rattrapage: false,
      prevenirSiDateChange: true,
      inclureListeAttente: false,
      recapIntervenant: false,
    });
  });

  it.each(['typeContact', 'modeleDocumentId', 'delai'])('%s est obligatoire', (champ) => {
    const complet = { typeContact: 'email', modeleDocumentId: 'm', delai: 2 };
    expect(envoiAutomatiqueSchema.safeParse({ ...complet, [champ]: undefined }).success).toBe(
      false
    );
  });

  it.each([
    [-61, false],
    [-60, true],
    [0, true],
    [365, true],
    [366, false],
    [1.5, false],
    ['-2', false],
  ])('un délai de %s : %s', (delai, accepte) => {
    const lu = envoiAutomatiqueSchema.safeParse({
      typeContact: 'email',
      modeleDocumentId: 'm',
      delai,
    });
    expect(lu.success).toBe(accepte);
    if (!accepte) {
      expect(lu.error?.issues[0]?.message).toMatch(/^Le délai d’envoi /);
    }
  });

  it('une valeur hors liste est refusée', () => {
    expect(() => regle({ natures: ['Mixte' as 'Collective'] })).toThrow();
  });

  it('sans aucun critère, la règle vise toutes les actions et le dit', () => {
    expect(isSansCritere(regle().criteres)).toBe(true);
    expect(isSansCritere(regle({ confirme: 'oui' }).criteres)).toBe(false);
    expect(isSansCritere(regle({ etapes: ['x'] }).criteres)).toBe(false);
  });
});
