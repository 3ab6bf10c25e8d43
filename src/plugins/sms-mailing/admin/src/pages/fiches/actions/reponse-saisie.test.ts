import { expect, it } from 'vitest';
import { listReponses, nommerReponse, phraseReponses } from './reponse-saisie';

it('une réponse dit comment elle a été entendue', () => {
  expect(nommerReponse({ confirme: true, confirmeSource: 'Lien' })).toBe('Oui, par son lien');
  expect(nommerReponse({ confirme: false, confirmeSource: 'Sur place' })).toBe('Non, sur place');
  expect(nommerReponse({ confirme: true, confirmeSource: null })).toBe('Oui');
  expect(nommerReponse({ confirme: null, confirmeSource: null })).toBe('Sans réponse');
});

it('ce que la personne a dit par son lien reste proposé, et ne se note pas à sa place', () => {
  const duLien = { confirme: true, confirmeSource: 'Lien' } as const;
  expect(listReponses(duLien).map(nommerReponse)).toEqual([
    'Oui, par son lien',
    'Sans réponse',
    'Oui, par téléphone',
    'Oui, sur place',
    'Non, par téléphone',
    'Non, sur place',
  ]);
  expect(listReponses({ confirme: null, confirmeSource: null })).toHaveLength(5);
});

it('l’en-tête compte les réponses de ceux qui viennent, et les désistements', () => {
  const participant = { statut: 'Inscrit', confirme: null };
  const participants = [participant, { ...participant, confirme: true }] as never[];
  const desiste = { documentId: 'd', nom: 'PALMER Julien', le: '2022-03-03T18:12:00Z' };
  expect(phraseReponses({ participants, desistes: [] })).toBe('1 oui, 1 sans réponse');
  expect(phraseReponses({ participants, desistes: [desiste] })).toBe(
    '1 oui, 1 sans réponse, 1 désistement'
  );
});
