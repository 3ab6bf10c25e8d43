import { describe, expect, it } from 'vitest';
import {
  changesRien,
  countReponses,
  decideSuite,
  porteOf,
  type Invitation,
  type Porte,
} from './reponse';

const INVITATION: Invitation = {
  action: { date: '2022-03-05', heureDebut: '09:30', annulee: false },
  statut: 'Inscrit',
  confirme: null,
  source: null,
  placeJusquA: null,
};
const DESISTEE = { statut: 'Annulé', confirme: false, source: 'Lien' } as const;
const PARIS = 'Europe/Paris';
const LIBRE = { inscrits: 3, surbookes: 0, capacite: 10, surbooking: 1, tenues: 0 };
const NOW = new Date('2022-03-04T10:00:00Z');

describe('le lien d’un rendez-vous', () => {
  it.each<[string, Partial<Invitation>, string, Porte]>([
    ['reste ouvert jusqu’à l’heure de l’action', {}, '2022-03-05T08:29:59Z', 'ouverte'],
    ['se ferme à l’heure de l’action', {}, '2022-03-05T08:30:00Z', 'passee'],
    [
      'sans heure, reste ouvert tout le jour',
      { action: { ...INVITATION.action, heureDebut: null } },
      '2022-03-05T22:59:00Z',
      'ouverte',
    ],
    [
      'sans heure, se ferme à minuit, heure de l’association',
      { action: { ...INVITATION.action, heureDebut: null } },
      '2022-03-05T23:00:00Z',
      'passee',
    ],
    [
      'd’une action annulée n’attend plus de réponse',
      { action: { ...INVITATION.action, annulee: true } },
      '2022-03-04T10:00:00Z',
      'action_annulee',
    ],
    [
      'd’une participation que l’association a annulée n’inscrit pas',
      { statut: 'Annulé' },
      '2022-03-04T10:00:00Z',
      'participation_annulee',
    ],
    [
      'd’une personne qui s’est désistée reste ouvert : elle peut changer d’avis',
      DESISTEE,
      '2022-03-04T10:00:00Z',
      'ouverte',
    ],
  ])('%s', (_, changement, now, attendue) => {
    expect(porteOf({ ...INVITATION, ...changement }, new Date(now), PARIS)).toBe(attendue);
  });
});

describe('une réponse', () => {
  it('« je confirme » garde la place que l’on a, liste d’attente comprise', () => {
    for (const statut of ['Inscrit', 'Surbooking', "Liste d'attente"]) {
      expect(decideSuite('oui', { ...INVITATION, statut }, LIBRE, NOW)).toEqual({
        statut,
        confirme: true,
      });
    }
  });

  it('« je ne pourrai pas venir » rend la place', () => {
    expect(decideSuite('non', INVITATION, LIBRE, NOW)).toEqual({
      statut: 'Annulé',
      confirme: false,
    });
  });

  it('qui revient reprend une place s’il en reste, sinon surbooke, sinon attend', () => {
    const revenue = { ...INVITATION, ...DESISTEE };
    expect(
      [LIBRE, { ...LIBRE, inscrits: 10 }, { ...LIBRE, inscrits: 10, surbookes: 1 }].map(
        (remplissage) => decideSuite('oui', revenue, remplissage, NOW).statut
      )
    ).toEqual(['Inscrit', 'Surbooking', "Liste d'attente"]);
  });

  it('qui revient ne prend pas une place gardée pour une autre', () => {
    const revenue = { ...INVITATION, ...DESISTEE };
    const tenue = { inscrits: 9, surbookes: 0, capacite: 10, surbooking: null, tenues: 1 };
    expect(decideSuite('oui', revenue, tenue, NOW).statut).toBe("Liste d'attente");
    expect(decideSuite('oui', revenue, { ...tenue, tenues: 0 }, NOW).statut).toBe('Inscrit');
  });

  it('à qui une place est proposée, « oui » la prend s’il en reste, et jusqu’à l’heure dite', () => {
    const attend = { ...INVITATION, statut: "Liste d'attente" };
    const jusqua = (heure: string) => ({ ...attend, placeJusquA: new Date(heure) });
    const une = { inscrits: 9, surbookes: 0, capacite: 10, surbooking: null, tenues: 1 };
    const oui = (invitation: Invitation, places = une) =>
      decideSuite('oui', invitation, places, NOW).statut;
    expect(oui(jusqua('2022-03-04T10:00:01Z'))).toBe('Inscrit');
    expect(oui(jusqua('2022-03-04T10:00:00Z'))).toBe("Liste d'attente");
    expect(oui(jusqua('2022-03-04T12:00:00Z'), { ...une, inscrits: 10 })).toBe("Liste d'attente");
    expect(oui(attend)).toBe("Liste d'attente");
  });

  it('donnée deux fois, n’en fait qu’une', () => {
    const confirmee = { ...INVITATION, confirme: true, source: 'Lien' } as const;
    expect(changesRien(decideSuite('oui', INVITATION, LIBRE, NOW), INVITATION)).toBe(false);
    expect(changesRien(decideSuite('oui', confirmee, LIBRE, NOW), confirmee)).toBe(true);
    const desistee = { ...INVITATION, ...DESISTEE };
    expect(changesRien(decideSuite('non', desistee, LIBRE, NOW), desistee)).toBe(true);
  });
});

it('les réponses se comptent sur ceux qui viennent', () => {
  const participants = [
    { statut: 'Inscrit', confirme: true },
    { statut: 'Surbooking', confirme: null },
    { statut: 'Inscrit', confirme: false },
    { statut: "Liste d'attente", confirme: null },
  ];
  expect(countReponses(participants)).toEqual({ oui: 1, non: 1, sansReponse: 1 });
});
