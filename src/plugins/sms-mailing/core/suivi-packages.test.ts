import { describe, expect, it } from 'vitest';
import { listMois } from './suivi-packages';

describe('La consommation de SMS, mois par mois (guide §10)', () => {
  it('finit par le mois en cours', () => {
    expect(listMois('2022-03-03', 3)).toEqual(['2022-01', '2022-02', '2022-03']);
  });

  it('remonte à l’année d’avant', () => {
    expect(listMois('2022-01-31', 4)).toEqual(['2021-10', '2021-11', '2021-12', '2022-01']);
    expect(listMois('2022-12-01', 2)).toEqual(['2022-11', '2022-12']);
  });
});
