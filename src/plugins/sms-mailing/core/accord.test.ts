import { describe, expect, it } from 'vitest';
import { describeGeste, findRefus } from './accord';

describe('Ce qui explique un refus', () => {
  it('est le dernier geste sur la case dont parle le motif', () => {
    const accords = [
      { quoi: 'email', valeur: 'non' },
      { quoi: 'sms', valeur: 'non' },
      { quoi: 'sms', valeur: 'oui' },
    ] as const;
    expect(findRefus('sms_non_accepte', accords)).toBe(accords[1]);
    expect(findRefus('adresse_non_acceptee', accords)).toBe(accords[0]);
  });

  it('n’est rien quand la case n’a jamais été touchée, ou que le dernier geste l’a cochée', () => {
    expect(findRefus('sms_non_accepte', [])).toBeNull();
    expect(findRefus('sms_non_accepte', [{ quoi: 'sms', valeur: 'oui' }])).toBeNull();
    expect(findRefus('fiche_inactive', [{ quoi: 'sms', valeur: 'non' }])).toBeNull();
  });
});

describe('Un geste se dit', () => {
  it('avec son auteur et son écran', () => {
    const geste = { valeur: 'non', auteur: 'Julie Martin', ecran: 'sur la fiche complète' };
    expect(describeGeste(geste)).toBe('décoché par Julie Martin sur la fiche complète');
  });

  it('sans auteur quand on ne le connaît pas, et avec les mots du RGPD', () => {
    expect(describeGeste({ valeur: 'Non', auteur: '', ecran: 'hors du panneau' })).toBe(
      'mis à « Non » hors du panneau'
    );
  });
});
