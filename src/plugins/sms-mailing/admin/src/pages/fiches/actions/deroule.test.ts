import { describe, expect, it } from 'vitest';
import type { EtatJalon, Jalon } from '../../../../../core/api/deroule';
import { listTardifs, phraseJalon, phraseQuand, phraseTardifs } from './deroule';

const jalon = (etats: readonly [string, EtatJalon, boolean?][], suite: object = {}): Jalon => ({
  ...{ regle: null, delai: null, jour: '2022-02-28', modele: 'Convocation', modeleDocumentId: 'm' },
  typeContact: 'email',
  personnes: etats.map(([nom, etat, inscriteDepuis = false]) => ({
    ...{ documentId: nom, nom, etat, raison: '', inscriteDepuis },
  })),
  ...suite,
});

describe('une étape du déroulé se lit en une ligne', () => {
  it('ce qui viendra, et ce qui manque', () => {
    expect(
      phraseJalon(
        jalon([
          ['PALMER', 'a_venir'],
          ['MARTIN', 'a_venir'],
          ['PARIS', 'manque'],
          ['CARLIER', 'ecarte'],
        ])
      )
    ).toBe('2 recevront, 1 ne l’a pas');
    expect(phraseJalon(jalon([['PALMER', 'recu']]))).toBe('1 reçu');
    expect(phraseJalon(jalon([['PALMER', 'ecarte']]))).toBe('personne pour l’instant');
  });

  it('quand : le jour de l’envoi, ou J-2 et le soir', () => {
    expect(phraseQuand(jalon([]))).toBe('28/02/2022');
    expect(phraseQuand(jalon([], { delai: -2, jour: '2022-03-03' }))).toBe(
      'J-2, soir du 03/03/2022'
    );
  });

  it('qui s’est inscrit après coup est nommé, avec combien l’ont déjà', () => {
    const etats: [string, EtatJalon, boolean?][] = [
      ['PALMER Julien', 'recu'],
      ['MARTIN Sophie', 'recu'],
      ['PARIS Lena', 'manque', true],
      ['DIALLO Amadou', 'manque'],
    ];
    expect(phraseTardifs(jalon(etats))).toBe(
      '« Convocation » est parti le 28/02/2022 aux 2 autres ; PARIS Lena a été inscrit depuis.'
    );
  });

  it('ce que personne n’a reçu ne manque pas qu’aux derniers venus', () => {
    expect(
      listTardifs(
        jalon([
          ['PALMER', 'manque'],
          ['PARIS', 'manque', true],
        ])
      )
    ).toEqual([]);
  });
});
