import { describe, expect, it } from 'vitest';
import { createHeureSchema } from './heure';

const schema = createHeureSchema('Saisissez une heure, comme 8h ou 19h30.');

describe('Une heure se tape comme on l’écrit', () => {
  it.each([
    ['19h00', '19:00'],
    ['8h', '08:00'],
    ['8 h 30', '08:30'],
    ['8H30', '08:30'],
    ['19', '19:00'],
    ['19:45', '19:45'],
    ['8\u00a0h\u00a005', '08:05'],
  ])('%s se lit %s', (tape, heure) => {
    expect(schema.parse(tape)).toBe(heure);
  });

  it.each(['25h', '19h60', '19h3', 'midi', '', '1930', '19:00:00'])(
    '« %s » est refusé en une phrase',
    (tape) => {
      expect(schema.safeParse(tape).error?.issues.map(({ message }) => message)).toEqual([
        'Saisissez une heure, comme 8h ou 19h30.',
      ]);
    }
  );
});
