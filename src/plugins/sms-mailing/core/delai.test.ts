import { describe, expect, it } from 'vitest';
import { formatDelai, formatHeure, phraseExempleDelai } from './delai';

describe('Guide §6.b : le délai se lit J + ou – X jours', () => {
  it.each([
    [-2, 'J-2'],
    [-1, 'J-1'],
    [0, 'J0'],
    [7, 'J+7'],
  ])('%i s’écrit %s', (delai, attendu) => {
    expect(formatDelai(delai)).toBe(attendu);
  });

  it('l’heure se lit sans zéro inutile', () => {
    expect(formatHeure('19:00')).toBe('19h');
    expect(formatHeure('08:30')).toBe('8h30');
  });

  it('l’exemple est celui du guide : l’action du samedi 5 mars part le jeudi 3 mars', () => {
    expect(phraseExempleDelai(-2, '2022-03-03', '19:00')).toBe(
      'Une action du samedi 5 mars : le message part le jeudi 3 mars à 19h.'
    );
  });

  it('le vendredi, le message du samedi suivant est déjà parti : l’exemple prend celui d’après', () => {
    expect(phraseExempleDelai(-2, '2022-03-04', '19:00')).toBe(
      'Une action du samedi 12 mars : le message part le jeudi 10 mars à 19h.'
    );
  });

  it('l’exemple d’un suivi part après l’action', () => {
    expect(phraseExempleDelai(2, '2022-03-01', '19:00')).toBe(
      'Une action du samedi 5 mars : le message part le lundi 7 mars à 19h.'
    );
  });

  it('un long délai prend un samedi dont le message n’est pas encore parti', () => {
    expect(phraseExempleDelai(-30, '2022-03-01', '19:00')).toBe(
      'Une action du samedi 2 avril : le message part le jeudi 3 mars à 19h.'
    );
  });

  it('l’année est dite quand ce n’est pas celle en cours', () => {
    expect(phraseExempleDelai(365, '2022-03-01', '19:00')).toBe(
      'Une action du samedi 5 mars : le message part le dimanche 5 mars 2023 à 19h.'
    );
  });
});
