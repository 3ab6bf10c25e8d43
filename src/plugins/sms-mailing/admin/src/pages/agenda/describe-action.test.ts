import { expect, it } from 'vitest';
import type { ActionAgenda } from '../../../../core/api/agenda';
import { describeAction, formatHeures } from './describe-action';

const ATELIER: ActionAgenda = {
  documentId: 'a',
  objet: 'Atelier',
  date: '2022-03-05',
  heureDebut: '09:30',
  heureFin: '10:00',
  lieu: 'Arras',
  nature: 'Collective',
  annulee: false,
  intervenants: ['PARIS Lena', 'NORD Paul'],
  inscrits: 3,
  capacite: 10,
};

it('les heures s’écrivent à la française', () => {
  expect(formatHeures(ATELIER)).toBe('9h30 – 10h');
  expect(formatHeures({ heureDebut: '14:05', heureFin: null })).toBe('14h05');
  expect(formatHeures({ heureDebut: null, heureFin: null })).toBe('');
});

it('une action se dit par ses heures, son objet, qui l’anime, où et combien y viennent', () => {
  expect(describeAction(ATELIER)).toEqual({
    heures: '9h30 – 10h',
    titre: 'Atelier',
    suite: 'PARIS Lena · Arras · 3/10 inscrits',
  });
  const seule = { ...ATELIER, lieu: null, intervenants: [], inscrits: 1, capacite: null };
  expect(describeAction({ ...seule, annulee: true })).toMatchObject({
    titre: 'Annulée : Atelier',
    suite: '1 inscrit',
  });
});
