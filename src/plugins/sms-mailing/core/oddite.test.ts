import { describe, expect, it } from 'vitest';
import { compareHabitude, phraseOddite } from './oddite';

describe('Ce qui est inhabituel ce soir', () => {
  it('personne, quand ce jour-là il y en a d’habitude', () => {
    const soirs = [20, 22, 20];
    expect(compareHabitude(0, { soirs, memeJour: soirs })).toEqual({
      ...{ genre: 'aucun', habituel: 20 },
    });
  });

  it('le double d’habitude', () => {
    const soirs = [20, 22, 20, 24];
    expect(compareHabitude(44, { soirs, memeJour: [] })).toEqual({
      ...{ genre: 'double', habituel: 22 },
    });
  });

  it.each([
    ['un jour sans atelier', 0, [20, 22, 20], []],
    ['deux soirs connus seulement', 44, [20, 22], []],
    ['trois personnes de plus', 6, [3, 3, 3], []],
    ['un peu plus que d’habitude', 30, [20, 22, 20], []],
  ] as const)('rien à dire de %s', (_, nombre, soirs, memeJour) => {
    expect(compareHabitude(nombre, { soirs, memeJour })).toBeNull();
  });

  it('se dit en une phrase', () => {
    const conflit = {
      genre: 'conflit',
      action: 'a',
      objet: 'Atelier',
      date: '2022-03-05',
    } as const;
    const phrases = [1, 2].map((personnes) => phraseOddite({ ...conflit, personnes }));
    expect(phrases[0]).toMatch(/écrivent à la même personne pour « Atelier »/);
    expect(phrases[1]).toMatch(/écrivent aux 2 mêmes personnes pour « Atelier »/);
    expect(
      phraseOddite({ genre: 'date_passee', modele: 'm', nom: 'Convocation', dates: ['12/02/2022'] })
    ).toBe('Le modèle « Convocation » contient une date passée : 12/02/2022.');
  });
});
