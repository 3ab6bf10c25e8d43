import { describe, expect, it } from 'vitest';
import { formatNumero } from './affiche-numero';

describe('Un numéro se lit par paires', () => {
  it.each([
    ['0639988401', '06 39 98 84 01'],
    ['+33639988401', '06 39 98 84 01'],
    ['04.65.71-07 39', '04 65 71 07 39'],
    ['+32470123456', '+32470123456'],
    ['06 12', '06 12'],
    ['pas un numéro', 'pas un numéro'],
  ])('%s : %s', (saisi, lu) => {
    expect(formatNumero(saisi)).toBe(lu);
  });
});
