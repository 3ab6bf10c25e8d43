import { expect, it } from 'vitest';
import { noteTous } from './noter';

const OUI = { confirme: true, confirmeSource: 'Téléphone' } as const;

const participant = (cle: string, statut = 'Inscrit', presence = 'Non saisie') => ({
  ...{ participationDocumentId: cle, statut, presence, confirme: null, confirmeSource: null },
});

it('« Tous présents » note ceux qui viennent, sans toucher à ce qui est déjà noté', () => {
  const participants = [
    participant('palmer'),
    participant('diallo', 'Surbooking'),
    participant('martin', 'Inscrit', 'Absent excusé'),
    participant('carlier', "Liste d'attente"),
    participant('paris'),
  ];
  const avant = { paris: { presence: 'Absent' }, palmer: OUI };
  expect(noteTous(participants, avant, { presence: 'Présent' })).toEqual({
    palmer: { ...OUI, presence: 'Présent' },
    diallo: { presence: 'Présent' },
    paris: { presence: 'Absent' },
  });
});

it('une inscription annulée dans la même passe n’est pas confirmée avec les autres', () => {
  const participants = [participant('palmer'), participant('diallo')];
  const avant = { diallo: { statut: 'Annulé' } };
  expect(noteTous(participants, avant, OUI)).toEqual({
    ...{ palmer: OUI, diallo: { statut: 'Annulé' } },
  });
});
