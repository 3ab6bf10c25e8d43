import { expect, it } from 'vitest';
import { phraseAnciens } from './anciens';

it('ce qu’une personne a reçu et qui n’est plus vrai se dit en quelques mots (décision G19)', () => {
  expect(phraseAnciens([])).toBe('');
  expect(phraseAnciens(['heure'])).toBe('a l’ancienne heure');
  expect(phraseAnciens(['date', 'lieu'], true)).toBe('ont l’ancienne date et l’ancien lieu');
  expect(phraseAnciens(['heure', 'annulation'])).toBe('ne sait pas que l’action est annulée');
});
