import { describe, expect, it } from 'vitest';
import type { LigneCobaye } from '../../../core/api/modeles';
import { nameCobayes } from './libelle-cobaye';

function palmer(suite: Partial<LigneCobaye>): LigneCobaye {
  return {
    cobaye: { typeDestinataire: 'entrepreneur', documentId: 'p', actionDocumentId: null },
    nom: 'PALMER Julien',
    precision: 'Arrageois-Ternois',
    ficheTest: false,
    action: null,
    ...suite,
  };
}

function action(objet: string, suite: object = {}): LigneCobaye['action'] {
  return { objet, date: '2022-03-05', heureDebut: '09:30', annulee: false, ...suite };
}

describe('sur qui un message se montre', () => {
  it('la même personne porte un nom différent à chaque action', () => {
    const lignes = [
      palmer({ action: action('Atelier') }),
      palmer({ action: action('Diag RDV 1', { heureDebut: null, annulee: true }) }),
      palmer({ ficheTest: true }),
    ];
    expect(nameCobayes(lignes).map(({ libelle }) => libelle)).toEqual([
      'PALMER Julien · Atelier, le 5 mars 2022 à 09:30',
      'PALMER Julien · Diag RDV 1, le 5 mars 2022 · annulée',
      'PALMER Julien · fiche test',
    ]);
  });

  it('deux homonymes de la même antenne se distinguent', () => {
    expect(nameCobayes([palmer({}), palmer({})]).map(({ libelle }) => libelle)).toEqual([
      'PALMER Julien · Arrageois-Ternois',
      'PALMER Julien · Arrageois-Ternois (2)',
    ]);
  });
});
