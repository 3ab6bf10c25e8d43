import { describe, expect, it } from 'vitest';
import { compareHabitude, phraseOddite } from './oddite';

describe('Ce qui est inhabituel ce soir', () => {
  it.each([
    ['personne, quand ce jour-là il y en a d’habitude', 0, [20, 22, 20], [20, 22, 20], 'aucun'],
    ['le double d’habitude', 44, [20, 22, 20, 24], [], 'double'],
  ] as const)('%s', (_, nombre, soirs, memeJour, genre) => {
    expect(compareHabitude(nombre, { soirs, memeJour })?.genre).toBe(genre);
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
    expect(
      phraseOddite({ genre: 'date_passee', modele: 'm', nom: 'Convocation', dates: ['12/02/2022'] })
    ).toBe('Le modèle « Convocation » contient une date passée : 12/02/2022.');
  });
});
