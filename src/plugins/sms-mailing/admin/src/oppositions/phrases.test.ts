import { expect, it } from 'vitest';
import { phraseLevee, phraseOpposee, phraseOpposition } from './phrases';

it('une opposition déjà là ne se dit pas ajoutée', () => {
  expect(phraseOpposition({ ajoutees: 0, personnes: 1 })).toBe('Cette opposition existait déjà.');
});

it('une adresse que personne ne porte reste arrêtée, et l’écran le dit', () => {
  expect(phraseOpposition({ ajoutees: 1, personnes: 0 })).toMatch(/^Enregistré\. Aucune fiche/);
});

it('une opposition dit depuis quand et comment, à côté de qui elle exclut', () => {
  const survenueLe = '2026-03-12T12:00:00Z';
  expect(phraseOpposee({ source: 'lien de désinscription', survenueLe })).toBe(
    's’est opposée le 12 mars 2026 par le lien de désinscription'
  );
  expect(phraseOpposee({ source: 'STOP opérateur', survenueLe })).toMatch(/2026 par un STOP$/);
});

it('une levée dit ce qui tient encore', () => {
  expect(phraseLevee({ levees: 2, restent: 0 })).toBe('L’opposition est levée.');
  expect(phraseLevee({ levees: 1, restent: 2 })).toMatch(/2 autres oppositions tiennent encore/);
  expect(phraseLevee({ levees: 0, restent: 1 })).toMatch(/^Rien n’a été levé/);
});
