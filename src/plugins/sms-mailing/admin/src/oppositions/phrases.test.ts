import { expect, it } from 'vitest';
import { phraseLevee, phraseOpposition } from './phrases';

it('une opposition déjà là ne se dit pas ajoutée', () => {
  expect(phraseOpposition({ ajoutees: 0, personnes: 1 })).toBe('Cette opposition existait déjà.');
});

it('une adresse que personne ne porte reste arrêtée, et l’écran le dit', () => {
  expect(phraseOpposition({ ajoutees: 1, personnes: 0 })).toMatch(/^Enregistré\. Aucune fiche/);
});

it('une levée dit ce qui tient encore', () => {
  expect(phraseLevee({ levees: 2, restent: 0 })).toBe('L’opposition est levée.');
  expect(phraseLevee({ levees: 1, restent: 2 })).toMatch(/2 autres oppositions tiennent encore/);
  expect(phraseLevee({ levees: 0, restent: 1 })).toMatch(/^Rien n’a été levé/);
});
