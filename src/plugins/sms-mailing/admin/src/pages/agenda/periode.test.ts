import { describe, expect, it } from 'vitest';
import { moveJour, ordinal, periodeOf, readJour, todayOf } from './periode';

describe('l’agenda montre une semaine ou un mois', () => {
  it.each([
    ['2022-03-03', '2022-02-28', '2022-03-07', 'Semaine du 28 février au 6 mars 2022'],
    ['2022-03-06', '2022-02-28', '2022-03-07', 'Semaine du 28 février au 6 mars 2022'],
    ['2022-03-07', '2022-03-07', '2022-03-14', 'Semaine du 7 au 13 mars 2022'],
    ['2022-12-31', '2022-12-26', '2023-01-02', 'Semaine du 26 décembre 2022 au 1er janvier 2023'],
    ['2022-08-01', '2022-08-01', '2022-08-08', 'Semaine du 1er au 7 août 2022'],
    ['2022-03-27', '2022-03-21', '2022-03-28', 'Semaine du 21 au 27 mars 2022'],
  ])('la semaine du %s va du lundi %s au %s exclu', (jour, debut, fin, titre) => {
    expect(periodeOf('semaine', jour)).toEqual({ debut, fin, titre });
  });

  it('un mois tient sur six semaines, la première contient son premier jour', () => {
    expect(periodeOf('mois', '2022-03-31')).toEqual({
      debut: '2022-02-28',
      fin: '2022-04-11',
      titre: 'Mars 2022',
    });
    expect(periodeOf('mois', '2022-08-15')).toMatchObject({ debut: '2022-08-01' });
  });

  it('on passe d’une semaine ou d’un mois à l’autre, sans en sauter un court', () => {
    expect(moveJour('semaine', '2022-03-03', -1)).toBe('2022-02-24');
    expect(moveJour('mois', '2022-01-31', 1)).toBe('2022-02-01');
    expect(moveJour('mois', '2022-01-31', -1)).toBe('2021-12-01');
  });

  it('une adresse qui ne dit pas un jour qui existe n’en dit aucun', () => {
    expect(readJour('2022-03-03')).toBe('2022-03-03');
    expect([null, '', 'hier', '2022-02-30', '2022-13-01', '03/03/2022'].map(readJour)).toEqual(
      Array<null>(6).fill(null)
    );
  });

  it('le premier du mois est le seul qui se dise « 1er »', () => {
    expect(['mardi 1 mars 2022', '1', '21 mars 2022'].map(ordinal)).toEqual([
      'mardi 1er mars 2022',
      '1er',
      '21 mars 2022',
    ]);
  });

  it('aujourd’hui est celui de qui regarde', () => {
    expect(todayOf(new Date(2022, 2, 3, 23, 59))).toBe('2022-03-03');
  });
});
