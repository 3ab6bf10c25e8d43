import { describe, expect, it } from 'vitest';
import { phraseCoches } from './recap-campagne';

describe('Guide §7.b : à côté du bouton, qui des personnes cochées recevra', () => {
  it.each([
    [1082, 503, '1 082 personnes cochées : 503 recevront ce message, 579 non.'],
    [2, 1, '2 personnes cochées : 1 recevra ce message, 1 non.'],
    [12, 12, '12 personnes cochées : toutes recevront ce message.'],
    [1, 1, '1 personne cochée : elle recevra ce message.'],
    [3, 0, '3 personnes cochées : aucune ne recevra ce message.'],
    [1, 0, '1 personne cochée : elle ne recevra pas ce message.'],
  ])('%d cochées, %d joignables', (total, joignables, phrase) => {
    expect(phraseCoches({ total, joignables }).replace(/\s/gu, ' ')).toBe(phrase);
  });
});
