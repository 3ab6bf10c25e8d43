import { describe, expect, it } from 'vitest';
import { isJourFerie, joursFeries } from './jours-feries';

const PARIS = { zone: 'Europe/Paris' };
const ALSACE = { ...PARIS, alsaceMoselle: true };

describe('les jours fériés', () => {
  it('2022 compte les onze jours du code du travail', () => {
    expect([...joursFeries(2022, PARIS)].sort()).toEqual([
      '2022-01-01',
      '2022-04-18',
      '2022-05-01',
      '2022-05-08',
      '2022-05-26',
      '2022-06-06',
      '2022-07-14',
      '2022-08-15',
      '2022-11-01',
      '2022-11-11',
      '2022-12-25',
    ]);
  });

  it.each([
    [1900, '04-16'],
    [1954, '04-19'],
    [1981, '04-20'],
    [2000, '04-24'],
    [2008, '03-24'],
    [2011, '04-25'],
    [2019, '04-22'],
    [2024, '04-01'],
    [2025, '04-21'],
    [2026, '04-06'],
    [2035, '03-26'],
    [2038, '04-26'],
    [2049, '04-19'],
    [2076, '04-20'],
    [2100, '03-29'],
  ])('le lundi de Pâques %i est le %s', (annee, jour) => {
    expect(isJourFerie(`${String(annee)}-${jour}`, PARIS)).toBe(true);
  });

  it('l’Ascension peut tomber un 8 mai', () => {
    expect(joursFeries(2024, PARIS).has('2024-05-09')).toBe(true);
    expect(joursFeries(2027, PARIS).size).toBe(11);
  });

  it.each([
    ['Indian/Reunion', '2022-12-20'],
    ['America/Guadeloupe', '2022-05-27'],
    ['America/Martinique', '2022-05-22'],
    ['America/Cayenne', '2022-06-10'],
    ['Indian/Mayotte', '2022-04-27'],
  ])('%s fête l’abolition de l’esclavage le %s, pas Paris', (zone, date) => {
    expect(isJourFerie(date, { zone })).toBe(true);
    expect(isJourFerie(date, { zone, alsaceMoselle: true })).toBe(true);
    expect(isJourFerie(date, PARIS)).toBe(false);
  });

  it('l’Alsace et la Moselle ont deux jours de plus, l’outre-mer de leurs destinataires non', () => {
    expect(joursFeries(2022, ALSACE).size).toBe(13);
    for (const jour of ['2022-04-15', '2022-12-26', '2026-04-03']) {
      expect(isJourFerie(jour, ALSACE)).toBe(true);
      expect(isJourFerie(jour, { ...ALSACE, zone: 'Indian/Reunion' })).toBe(false);
    }
  });

  it('le dimanche de Pâques et le Vendredi saint ne sont pas fériés', () => {
    expect(isJourFerie('2022-04-17', PARIS)).toBe(false);
    expect(isJourFerie('2022-04-15', PARIS)).toBe(false);
  });
});
