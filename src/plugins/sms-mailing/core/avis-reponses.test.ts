import { expect, it } from 'vitest';
import { composeAvisReponses } from './avis-reponses';

const ACTION = { objet: 'Atelier', date: '2022-03-05', heureDebut: '09:30' };
const COMPTES = { oui: 2, non: 0, sansReponse: 1 };

it('un désistement seul se lit dans l’objet de l’avis', () => {
  const avis = composeAvisReponses(
    ACTION,
    [{ nom: 'PALMER Julien', reponse: 'non', statut: 'Annulé' }],
    COMPTES
  );
  expect(avis.objet).toBe('PALMER Julien ne viendra pas : Atelier du 05/03/2022 à 09:30');
  expect(avis.paragraphes).toContainEqual({
    titre: 'Ne viendront pas (1)',
    lignes: ['PALMER Julien'],
  });
});

it('plusieurs réponses font un seul avis, les désistements d’abord, avec le compte du moment', () => {
  const avis = composeAvisReponses(
    ACTION,
    [
      { nom: 'MARTIN Sophie', reponse: 'oui', statut: "Liste d'attente" },
      { nom: 'PALMER Julien', reponse: 'non', statut: 'Annulé' },
    ],
    { ...COMPTES, non: 2 }
  );
  expect(avis.objet).toBe('2 réponses : Atelier du 05/03/2022 à 09:30');
  expect(avis.paragraphes.map(({ titre }) => titre)).toEqual([
    'Réponses des participants à « Atelier » du 05/03/2022 à 09:30',
    'Ne viendront pas (1)',
    'Ont confirmé (1)',
    'Parmi ceux qui viennent : 2 confirmés, 1 sans réponse, 2 ont dit non.',
  ]);
  expect(avis.paragraphes[2]?.lignes).toEqual(['MARTIN Sophie (en liste d’attente)']);
});

it('sans heure, l’action se nomme par son jour', () => {
  const recue = { nom: 'PALMER Julien', reponse: 'oui', statut: 'Inscrit' } as const;
  expect(composeAvisReponses({ ...ACTION, heureDebut: null }, [recue], COMPTES).objet).toBe(
    'PALMER Julien confirme : Atelier du 05/03/2022'
  );
});
