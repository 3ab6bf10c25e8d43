import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compileFormatDate, formatDatePhp } from './date-php';

vi.setConfig({ testTimeout: 30_000 });

const PARIS = 'Europe/Paris';
const SAMEDI = '2022-03-05T09:30';

function paris(format: string, valeur: string = SAMEDI): string {
  return formatDatePhp(format, valeur, PARIS);
}

describe('une date écrite par un format PHP', () => {
  it.each([
    ['d', '05'],
    ['j', '5'],
    ['D', 'sam.'],
    ['l', 'samedi'],
    ['N', '6'],
    ['w', '6'],
    ['z', '63'],
    ['S', ''],
    ['W', '09'],
    ['o', '2022'],
    ['m', '03'],
    ['n', '3'],
    ['F', 'mars'],
    ['M', 'mars'],
    ['t', '31'],
    ['L', '0'],
    ['Y', '2022'],
    ['y', '22'],
    ['H', '09'],
    ['G', '9'],
    ['h', '09'],
    ['g', '9'],
    ['i', '30'],
    ['s', '00'],
    ['v', '000'],
    ['u', '000000'],
    ['a', 'am'],
    ['A', 'AM'],
    ['e', 'Europe/Paris'],
    ['T', 'CET'],
    ['P', '+01:00'],
    ['O', '+0100'],
    ['p', '+01:00'],
    ['Z', '3600'],
    ['I', '0'],
    ['c', '2022-03-05T09:30:00+01:00'],
    ['r', 'Sat, 05 Mar 2022 09:30:00 +0100'],
    ['U', '1646469000'],
    ['B', 'B'],
    ['à', 'à'],
  ])('lit la lettre %s', (lettre, attendu) => {
    expect(paris(lettre)).toBe(attendu);
  });

  it('suit les formats du guide, en français et en minuscules', () => {
    expect(paris('j F Y à H:i')).toBe('5 mars 2022 à 09:30');
    expect(paris('l j F Y à H:i')).toBe('samedi 5 mars 2022 à 09:30');
  });

  it('prend par défaut jour/mois/année et l’heure quand il y en a une', () => {
    expect(formatDatePhp(null, SAMEDI, PARIS)).toBe('05/03/2022 à 09:30');
    expect(formatDatePhp(null, '2022-03-05', PARIS)).toBe('05/03/2022');
    expect(formatDatePhp(null, '09:30', PARIS)).toBe('09:30');
  });

  it('échappe une lettre par un antislash', () => {
    expect(paris('\\l\\e l j F \\à H\\hi')).toBe('le samedi 5 mars à 09h30');
    expect(paris('Y\\\\m\\')).toBe('2022\\03\\');
  });

  it('dit « 1er » et midi, minuit à l’anglaise', () => {
    expect(paris('jS F', '2022-08-01')).toBe('1er août');
    expect(paris('g A', '2022-08-01T00:15')).toBe('12 AM');
    expect(paris('h a', '2022-08-01T12:15')).toBe('12 pm');
    expect(paris('G\\hi', '2022-08-01T21:05')).toBe('21h05');
  });

  it('abrège les mois et les jours comme le dictionnaire', () => {
    const mois = Array.from({ length: 12 }, (_, i) =>
      paris('M', `2022-${String(i + 1).padStart(2, '0')}-15`)
    );
    expect(mois.join(' ')).toBe('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.');
    const jours = Array.from({ length: 7 }, (_, i) => paris('D N w', `2022-05-0${String(i + 1)}`));
    expect(jours.join(', ')).toBe(
      'dim. 7 0, lun. 1 1, mar. 2 2, mer. 3 3, jeu. 4 4, ven. 5 5, sam. 6 6'
    );
  });

  it.each([
    ['2021-01-03', '2020 53'],
    ['2021-01-04', '2021 01'],
    ['2020-12-31', '2020 53'],
    ['2018-12-31', '2019 01'],
    ['2016-01-01', '2015 53'],
    ['2022-01-02', '2021 52'],
  ])('range le %s dans sa semaine ISO', (date, attendu) => {
    expect(paris('o W', date)).toBe(attendu);
  });

  it('connaît les années bissextiles', () => {
    expect(paris('L t z', '2024-02-29')).toBe('1 29 59');
    expect(paris('L t', '1900-02-01')).toBe('0 28');
    expect(paris('z', '2024-12-31')).toBe('365');
  });

  it('laisse de côté l’heure qu’une date seule n’a pas, avec les mots qui l’amènent', () => {
    expect(paris('j F Y à H:i', '2022-03-05')).toBe('5 mars 2022');
    expect(paris('\\l\\e j F Y (H:i)', '2022-03-05')).toBe('le 5 mars 2022');
    expect(paris('H\\hi \\l\\e j F', '2022-03-05')).toBe('5 mars');
    expect(paris('l H:i j F', '2022-03-05')).toBe('samedi 5 mars');
    expect(paris('H:i', '2022-03-05')).toBe('');
    expect(paris('c', '2022-03-05')).toBe('2022-03-05');
    expect(paris('r', '2022-03-05')).toBe('Sat, 05 Mar 2022');
  });

  it('laisse de côté la date qu’une heure seule n’a pas', () => {
    expect(paris('j F Y à H\\hi', '14:05')).toBe('14h05');
    expect(paris('H:i \\l\\e j', '14:05:00.000')).toBe('14:05');
    expect(paris('j F Y', '14:05')).toBe('');
  });

  it('lit les secondes et l’espace que la base écrit', () => {
    expect(paris('d/m/Y H:i:s', '2022-03-05 09:30:07.000')).toBe('05/03/2022 09:30:07');
  });

  it.each(['', 'demain', '2022-02-30', '2022-13-01', '25:00', '2022-03-05T09:60', '2022-03-05Z'])(
    'rend telle quelle une valeur qui n’en est pas une : %j',
    (valeur) => {
      expect(paris('d/m/Y', valeur)).toBe(valeur);
    }
  );

  it.each([
    ['Europe/Paris', '2022-07-05T12:00', 'CEST +02:00 1'],
    ['Indian/Reunion', '2022-07-05T12:00', '+04 +04:00 0'],
    ['Indian/Mayotte', '2022-07-05T12:00', 'EAT +03:00 0'],
    ['America/Martinique', '2022-07-05T12:00', 'AST -04:00 0'],
    ['America/Guadeloupe', '2022-07-05T12:00', 'AST -04:00 0'],
    ['America/Cayenne', '2022-07-05T12:00', '-03 -03:00 0'],
    ['Pacific/Noumea', '2022-07-05T12:00', '+11 +11:00 0'],
    ['Asia/Kolkata', '2022-07-05T12:00', '+0530 +05:30 0'],
    ['UTC', '2022-07-05T12:00', 'UTC +00:00 0'],
  ])('parle l’heure de %s', (zone, valeur, attendu) => {
    expect(formatDatePhp('T P I', valeur, zone)).toBe(attendu);
  });

  it('écrit Z pour le temps universel', () => {
    expect(formatDatePhp('p', SAMEDI, 'UTC')).toBe('Z');
    expect(formatDatePhp('p Z', SAMEDI, 'America/Martinique')).toBe('-04:00 -14400');
  });

  it('refuse une zone qui n’existe pas', () => {
    expect(() => formatDatePhp('T', SAMEDI, 'Europe/Atlantide')).toThrow(RangeError);
  });

  it.each([
    // 27 March 2022, 2:00 becomes 3:00 in Paris; 30 October 2022, 3:00 becomes 2:00.
    ['2022-03-27T01:59', '2022-03-27T01:59:00+01:00', 1648342740],
    ['2022-03-27T03:00', '2022-03-27T03:00:00+02:00', 1648342800],
    ['2022-03-27T02:30', '2022-03-27T02:30:00+01:00', 1648344600],
    ['2022-10-30T01:59', '2022-10-30T01:59:00+02:00', 1667087940],
    ['2022-10-30T02:30', '2022-10-30T02:30:00+02:00', 1667089800],
    ['2022-10-30T03:00', '2022-10-30T03:00:00+01:00', 1667095200],
  ])('passe les changements d’heure : %s', (valeur, iso, epoch) => {
    expect(paris('c', valeur)).toBe(iso);
    expect(paris('U', valeur)).toBe(String(epoch));
    expect(paris('H:i', valeur)).toBe(valeur.slice(11));
  });

  it.each([
    ['au printemps', Date.UTC(2022, 2, 27, 1)],
    ['à l’automne', Date.UTC(2022, 9, 30, 1)],
  ])(
    'garde l’instant, à la minute près, trois jours autour du changement d’heure %s',
    (_, bascule) => {
      const horloge = new Intl.DateTimeFormat('sv-SE', {
        timeZone: PARIS,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      const format = compileFormatDate('U|c|Z|Y-m-d\\TH:i', PARIS);
      fc.assert(
        fc.property(fc.integer({ min: -3 * 1440, max: 3 * 1440 }), (minutes) => {
          const instant = bascule + minutes * 60_000;
          const mur = horloge.format(instant).replace(' ', 'T');
          const [epoch, iso, decalage, ecrit] = format(mur).split('|');
          // The hour lived twice is read as its first time.
          const isRejouee = horloge.format(instant - 3_600_000).replace(' ', 'T') === mur;
          const attendu = (isRejouee ? instant - 3_600_000 : instant) / 1000;
          expect(Number(epoch)).toBe(attendu);
          expect(Date.parse(iso ?? '') / 1000).toBe(attendu);
          expect(Number(decalage)).toBe(Date.parse(`${mur}Z`) / 1000 - attendu);
          expect(ecrit).toBe(mur);
        }),
        { numRuns: 10_000 }
      );
    }
  );

  it('suit le calendrier, quatre siècles durant', () => {
    const jour = fc.integer({
      min: Date.UTC(1800, 0, 1) / 864e5,
      max: Date.UTC(2200, 0, 1) / 864e5,
    });
    fc.assert(
      fc.property(jour, (jours) => {
        const attendu = new Date(jours * 864e5);
        const valeur = attendu.toISOString().slice(0, 10);
        expect(formatDatePhp('w Y n j U', valeur, 'UTC')).toBe(
          [
            attendu.getUTCDay(),
            attendu.getUTCFullYear(),
            attendu.getUTCMonth() + 1,
            attendu.getUTCDate(),
            jours * 86400,
          ].join(' ')
        );
      }),
      { numRuns: 10_000 }
    );
  });

  it('ne jette jamais, quel que soit le format', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (format) => {
        for (const valeur of [SAMEDI, '2022-03-05', '09:30']) {
          expect(typeof paris(format, valeur)).toBe('string');
        }
      }),
      { numRuns: 10_000 }
    );
  });
});
