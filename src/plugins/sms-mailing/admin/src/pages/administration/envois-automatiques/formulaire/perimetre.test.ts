import { describe, expect, it } from 'vitest';
import { perimetreParmi, TOUT } from '../../../../../../core/perimetre';
import { namePerimetre, wholeOf } from './perimetre';

const CHOIX = {
  tout: false,
  antennes: [{ id: 1, nom: 'Arras' }],
  equipes: [{ id: 2, nom: 'Création' }],
  intervenants: [{ id: 3, nom: 'Léa MARTIN' }],
};

describe('décision G18 : le périmètre d’un envoi automatique', () => {
  it('un envoi nouveau atteint tout ce que voit son auteur', () => {
    expect(wholeOf({ ...CHOIX, tout: true })).toEqual(TOUT);
    expect(wholeOf(CHOIX)).toEqual(
      perimetreParmi({ antenneIds: [1], equipeIds: [2], intervenantIds: [3] })
    );
  });

  it('il se lit comme dans la liste', () => {
    expect(namePerimetre(TOUT, CHOIX)).toBe(null);
    expect(namePerimetre(perimetreParmi({ antenneIds: [1], intervenantIds: [3] }), CHOIX)).toBe(
      'antenne Arras, référent Léa MARTIN'
    );
  });
});
