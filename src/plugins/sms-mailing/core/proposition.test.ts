import { expect, it } from 'vitest';
import { debutOf, limiteOf, refusProposition, type EtatAvantProposition } from './proposition';

const NOW = new Date('2022-03-04T10:00:00Z');
const PARIS = 'Europe/Paris';
const LIBRE: EtatAvantProposition = {
  porte: 'ouverte',
  enAttente: true,
  dejaProposee: false,
  remplissage: { inscrits: 9, surbookes: 0, capacite: 10, surbooking: null },
  tenues: 0,
};

it('une place est gardée tant d’heures, jamais au-delà du début de l’action', () => {
  const debut = debutOf({ date: '2022-03-05', heureDebut: '09:30' }, PARIS);
  expect(debut.toISOString()).toBe('2022-03-05T08:30:00.000Z');
  expect(limiteOf(NOW, 2, debut).toISOString()).toBe('2022-03-04T12:00:00.000Z');
  expect(limiteOf(NOW, 48, debut)).toEqual(debut);
  const jour = debutOf({ date: '2022-03-05', heureDebut: null }, PARIS);
  expect(jour.toISOString()).toBe('2022-03-05T22:59:00.000Z');
});

it('se propose une place libre, à qui attend, une fois', () => {
  expect(refusProposition(LIBRE)).toBeNull();
  expect(refusProposition({ ...LIBRE, porte: 'passee' })).toBe('place-trop-tard');
  expect(refusProposition({ ...LIBRE, enAttente: false })).toBe('place-hors-attente');
  expect(refusProposition({ ...LIBRE, dejaProposee: true })).toBe('place-deja-proposee');
  expect(refusProposition({ ...LIBRE, tenues: 1 })).toBe('place-aucune');
  const pleine = { ...LIBRE.remplissage, inscrits: 10 };
  expect(refusProposition({ ...LIBRE, remplissage: pleine })).toBe('place-aucune');
});

it('sans capacité, il y a toujours une place à proposer', () => {
  const remplissage = { ...LIBRE.remplissage, capacite: null };
  expect(refusProposition({ ...LIBRE, remplissage, tenues: 4 })).toBeNull();
});
