import { describe, expect, it } from 'vitest';
import { formatNombre, readNombre } from './texte';

describe('Un nombre se lit comme il est tapé', () => {
  it.each([
    ['1200', 1200],
    ['1 200', 1200],
    ['1\u202f200', 1200],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['−3', -3],
    [' 7 ', 7],
  ])('« %s »', (tape, nombre) => {
    expect(readNombre(tape)).toBe(nombre);
  });

  it('ce qui est montré se relit', () => {
    expect(readNombre(formatNombre(1_234_567))).toBe(1_234_567);
  });

  it('rien n’est pas zéro ; ce qui n’est pas un nombre ne devient pas un autre nombre', () => {
    expect(readNombre('  ')).toBeUndefined();
    expect(readNombre('12 SMS')).toBeNaN();
    expect(readNombre('1,2,3')).toBeNaN();
  });
});
