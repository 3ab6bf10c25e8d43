import { expect, it } from 'vitest';
import { noteTous } from './noter';

const participant = (cle: string, statut = 'Inscrit', presence = 'Non saisie') => ({
  ...{ participationDocumentId: cle, statut, presence, confirme: false },
});

it('« Tous présents » note ceux qui viennent, sans toucher à ce qui est déjà noté', () => {
  const participants = [
    participant('palmer'),
    participant('diallo', 'Surbooking'),
    participant('martin', 'Inscrit', 'Absent excusé'),
    participant('carlier', "Liste d'attente"),
    participant('paris'),
  ];
  const avant = { paris: { presence: 'Absent' }, palmer: { confirme: true } };
  expect(noteTous(participants, avant, { presence: 'Présent' })).toEqual({
    palmer: { confirme: true, presence: 'Présent' },
    diallo: { presence: 'Présent' },
    paris: { presence: 'Absent' },
  });
});

it('une inscription annulée dans la même passe n’est pas confirmée avec les autres', () => {
  const participants = [participant('palmer'), participant('diallo')];
  const avant = { diallo: { statut: 'Annulé' } };
  expect(noteTous(participants, avant, { confirme: true })).toEqual({
    ...{ palmer: { confirme: true }, diallo: { statut: 'Annulé' } },
  });
});
