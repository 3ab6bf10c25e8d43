import { describe, expect, it } from 'vitest';
import { typeDelai } from './saisie';

describe('Guide §6.b : un délai se tape comme le guide l’écrit', () => {
  it.each([
    ['-3', '3', 'avant'],
    ['−2', '2', 'avant'],
    ['J-2', '2', 'avant'],
    ['j - 7', '7', 'avant'],
    ['+2', '2', 'apres'],
    ['J+7', '7', 'apres'],
  ])('%s', (tape, jours, sens) => {
    expect(typeDelai(tape)).toEqual({ jours, sens });
  });

  it('sans signe, le sens choisi reste', () => {
    expect(typeDelai('3')).toEqual({ jours: '3' });
    expect(typeDelai('-')).toEqual({ jours: '-' });
  });
});
