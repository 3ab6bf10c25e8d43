import { expect, it } from 'vitest';
import { countLibres, statutDArrivee } from './remplissage';

it('on s’inscrit tant qu’il y a de la place, puis on surbooke, puis on attend (décision G15)', () => {
  const places = { capacite: 2, surbooking: 1 };
  expect(
    [
      { ...places, inscrits: 1, surbookes: 0 },
      { ...places, inscrits: 2, surbookes: 0 },
      { ...places, inscrits: 2, surbookes: 1 },
      { capacite: 2, surbooking: null, inscrits: 2, surbookes: 0 },
      { capacite: null, surbooking: null, inscrits: 40, surbookes: 0 },
    ].map(statutDArrivee)
  ).toEqual(['Inscrit', 'Surbooking', "Liste d'attente", "Liste d'attente", 'Inscrit']);
});

it('les places libres sont celles de la capacité, puis du surbooking ; sans capacité, sans nombre', () => {
  expect(
    [
      { capacite: 2, surbooking: 1, inscrits: 1, surbookes: 0 },
      { capacite: 2, surbooking: null, inscrits: 3, surbookes: 0 },
      { capacite: null, surbooking: null, inscrits: 3, surbookes: 0 },
    ].map(countLibres)
  ).toEqual([2, 0, null]);
});

it('un surbooking dépassé ne rend pas moins de places qu’il n’y en a', () => {
  expect(countLibres({ capacite: 2, surbooking: 1, inscrits: 1, surbookes: 3 })).toBe(1);
});
