import { describe, expect, it } from 'vitest';
import type { LigneStatistiques } from '../../../core/api/statistiques';
import { isVide, pointsParJour, SERIES_ECHECS, SERIES_TYPES, totalOf } from './points';

const ligne = (champs: Partial<LigneStatistiques>): LigneStatistiques => ({
  ...{ jour: '2022-03-03', typeContact: 'email', modalite: 'campagne' },
  ...{ envoyes: 0, echecs: 0, incertains: 0, ...champs },
});

describe('Les points d’un graphique', () => {
  it('un par jour, même sans envoi ; les lignes d’un jour s’ajoutent', () => {
    const points = pointsParJour(
      {
        ...{ du: '2022-02-28', au: '2022-03-03' },
        lignes: [
          ligne({ jour: '2022-03-01', envoyes: 2 }),
          ligne({ jour: '2022-03-01', modalite: 'fiche_action', envoyes: 3 }),
          ligne({ typeContact: 'sms', envoyes: 4 }),
        ],
      },
      ({ typeContact, envoyes }) => ({ [typeContact]: envoyes })
    );
    expect(points.map(({ court }) => court)).toEqual(['28 févr.', '1 mars', '2 mars', '3 mars']);
    expect(points.map(({ valeurs }) => valeurs)).toEqual([{}, { email: 5 }, {}, { sms: 4 }]);
    expect(points[1]?.long).toBe('mardi 1er mars');
    expect(isVide(points, SERIES_TYPES)).toBe(false);
    expect(isVide(points, SERIES_ECHECS)).toBe(true);
    expect(SERIES_TYPES.map((serie) => totalOf(points, serie))).toEqual([5, 0, 4]);
  });
});
