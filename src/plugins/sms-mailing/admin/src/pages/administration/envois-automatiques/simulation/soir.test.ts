import { describe, expect, it } from 'vitest';
import { readSoir } from './soir';

describe('Le soir que dit l’adresse de la page', () => {
  it('un jour est gardé, l’absence voulue aussi', () => {
    expect(readSoir('2022-03-03')).toBe('2022-03-03');
    expect(readSoir('')).toBe('');
  });

  it.each([null, 'pas-une-date', '2022-02-30', '2022-3-3'])('%s : le soir même', (demande) => {
    expect(readSoir(demande)).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(readSoir(demande)).not.toBe(demande);
  });
});
