import { expect, it } from 'vitest';
import type { PropositionLue } from '../../../../../../core/proposition';
import { countProposables, phrasePlaces, phraseProposition } from './phrases';

const PLACES = { libres: 2, tenues: 0, attente: [], propositions: [] };

it('les places se comptent moins celles qui attendent une réponse', () => {
  expect(countProposables({ ...PLACES, tenues: 1 })).toBe(1);
  expect(countProposables({ ...PLACES, libres: 0, tenues: 1 })).toBe(0);
  expect(countProposables({ ...PLACES, libres: null })).toBeNull();
});

it('la phrase dit ce qui est libre et ce qui est proposé', () => {
  expect(phrasePlaces(PLACES)).toBe(
    '2 places libres. Rien n’est proposé sans vous : choisissez à qui.'
  );
  expect(phrasePlaces({ ...PLACES, tenues: 1 })).toBe('2 places libres, dont 1 déjà proposée.');
  expect(phrasePlaces({ ...PLACES, libres: 1, tenues: 1 })).toBe(
    '1 place libre, déjà proposée : attendez une réponse.'
  );
  expect(phrasePlaces({ ...PLACES, libres: 0 })).toMatch(/^Aucune place n’est libre/);
});

it('une proposition dit où elle en est, convocation comprise', () => {
  const proposition: PropositionLue = {
    ...{ id: 1, documentId: 'd', nom: 'DIALLO Amadou', etat: 'acceptee', par: 'Camille' },
    ...{ proposeeLe: '2022-03-03T14:00:00Z', expireLe: '2022-03-04T14:00:00Z' },
    ...{ closeLe: '2022-03-03T15:00:00Z', convocation: 'envoyee', detail: null },
  };
  expect(phraseProposition(proposition)).toMatch(
    /^A pris la place le .* Sa convocation est partie\.$/
  );
  expect(
    phraseProposition({ ...proposition, convocation: 'impossible', detail: 'Plus de SMS.' })
  ).toMatch(/Sa convocation n’est pas partie : Plus de SMS\.$/);
  expect(phraseProposition({ ...proposition, etat: 'ouverte' })).toMatch(
    /^Place proposée le .* par Camille, gardée jusqu’au /
  );
});
