import { describe, expect, it } from 'vitest';
import { createFrein } from './frein';

describe('le frein', () => {
  it('serre au-delà du nombre permis, et se desserre avec le temps ou le pardon', () => {
    const frein = createFrein({ max: 2, fenetreMs: 1_000 });
    expect([frein.note('a', 0), frein.note('a', 1), frein.isSerre('a', 2)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([frein.note('a', 3), frein.isSerre('a', 4), frein.isSerre('b', 4)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(frein.isSerre('a', 1_000)).toBe(false);
    frein.note('a', 1_001);
    frein.note('a', 1_002);
    frein.note('a', 1_003);
    frein.forgive('a');
    expect(frein.isSerre('a', 1_004)).toBe(false);
  });

  it('n’oublie pas qui insiste derrière une foule', () => {
    const frein = createFrein({ max: 3, fenetreMs: 60_000 });
    frein.note('insiste', 0);
    const insiste = [2, 3, 4].map(() => {
      const serre = frein.note('insiste', 0);
      for (let i = 0; i < 100_001; i += 1) {
        frein.note(`passant-${Math.random()}`, 0);
      }
      return serre;
    });
    expect(insiste).toEqual([false, false, true]);
  });
});
