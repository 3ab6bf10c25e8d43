import fc from 'fast-check';
import { expect } from 'vitest';

/** Any letter of a token changed for any other: it opens nothing; the same one still opens `id`. */
export function checkJetonChange(
  jeton: string,
  id: number,
  read: (jeton: string) => number | null
): void {
  fc.assert(
    fc.property(
      fc.nat({ max: jeton.length - 1 }),
      fc.string({ minLength: 1, maxLength: 1 }),
      (rang, lettre) => {
        const change = jeton.slice(0, rang) + lettre + jeton.slice(rang + 1);
        expect(read(change)).toBe(change === jeton ? id : null);
      }
    )
  );
}
