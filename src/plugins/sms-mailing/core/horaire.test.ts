import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  decideDepart,
  instantOf,
  localDate,
  localHeure,
  nextEnvoiDuSoir,
  phraseDepart,
  targetDate,
} from './horaire';

const PARIS = 'Europe/Paris';
/** Over the three: more than ten thousand. */
const PAR_ZONE = 3_400;
const ZONES = [PARIS, 'Indian/Reunion', 'America/Guadeloupe'] as const;
const HEURE_MS = 3_600_000;

const paris = (date: string, heure: string): Date => instantOf(date, heure, PARIS);

/** Instants within three days of a change of hour in Paris: 27 March and 30 October 2022. */
const autourDuChangement = fc
  .constantFrom(Date.UTC(2022, 2, 27, 1), Date.UTC(2022, 9, 30, 1))
  .chain((bascule) =>
    fc.integer({ min: -72 * HEURE_MS, max: 72 * HEURE_MS }).map((d) => new Date(bascule + d))
  );

describe('l’envoi du soir (guide §2.a, décision B1)', () => {
  it('avant 19:00:00 part ce soir, à 19:00:00 part demain', () => {
    expect(nextEnvoiDuSoir(new Date('2022-03-03T17:59:59.999Z'), PARIS).toISOString()).toBe(
      '2022-03-03T18:00:00.000Z'
    );
    expect(nextEnvoiDuSoir(new Date('2022-03-03T18:00:00.000Z'), PARIS).toISOString()).toBe(
      '2022-03-04T18:00:00.000Z'
    );
    expect(nextEnvoiDuSoir(new Date('2022-03-03T23:30:00.000Z'), PARIS).toISOString()).toBe(
      '2022-03-04T18:00:00.000Z'
    );
  });

  it('le soir du passage à l’heure d’été, 19h arrive une heure plus tôt', () => {
    expect(nextEnvoiDuSoir(new Date('2022-03-26T20:00:00Z'), PARIS).toISOString()).toBe(
      '2022-03-27T17:00:00.000Z'
    );
    expect(nextEnvoiDuSoir(new Date('2022-10-29T20:00:00Z'), PARIS).toISOString()).toBe(
      '2022-10-30T18:00:00.000Z'
    );
  });

  it('à La Réunion et en Guadeloupe, 19h est leur 19h', () => {
    const midi = new Date('2022-07-01T12:00:00Z');
    expect(nextEnvoiDuSoir(midi, 'Indian/Reunion').toISOString()).toBe('2022-07-01T15:00:00.000Z');
    expect(nextEnvoiDuSoir(midi, 'America/Guadeloupe').toISOString()).toBe(
      '2022-07-01T23:00:00.000Z'
    );
  });

  it('une autre heure se règle', () => {
    expect(nextEnvoiDuSoir(new Date('2022-03-03T17:30:00Z'), PARIS, '18:30').toISOString()).toBe(
      '2022-03-04T17:30:00.000Z'
    );
  });

  it.each(ZONES)(
    'à %s, toujours après maintenant, à 19:00:00 pile, le jour même ou le lendemain',
    (zone) => {
      fc.assert(
        fc.property(autourDuChangement, (now) => {
          const soir = nextEnvoiDuSoir(now, zone);
          const attente = soir.getTime() - now.getTime();
          expect(attente).toBeGreaterThan(0);
          expect(attente).toBeLessThanOrEqual(25 * HEURE_MS);
          expect(localHeure(soir, zone)).toBe('19:00:00');
          const jour = localHeure(now, zone) < '19:00:00' ? 0 : 1;
          expect(localDate(soir, zone)).toBe(addDays(localDate(now, zone), jour));
        }),
        { numRuns: PAR_ZONE }
      );
    }
  );

  it('la phrase le dit avant le clic', () => {
    expect(phraseDepart(paris('2022-03-03', '18:59:59'), PARIS)).toBe('Partira ce soir à 19h00');
    expect(phraseDepart(paris('2022-03-03', '19:00'), PARIS)).toBe('Partira demain à 19h00');
    expect(phraseDepart(paris('2022-03-03', '07:00'), PARIS, paris('2022-03-03', '08:30'))).toBe(
      'Partira aujourd’hui à 8h30'
    );
    expect(phraseDepart(paris('2022-06-04', '20:00'), PARIS, paris('2022-06-07', '19:00'))).toBe(
      'Partira mardi 7 juin à 19h00'
    );
    expect(phraseDepart(paris('2022-05-30', '20:00'), PARIS, paris('2022-06-01', '19:00'))).toBe(
      'Partira mercredi 1er juin à 19h00'
    );
  });
});

describe('les dates et les heures de l’association (décision F16)', () => {
  it('la date locale n’est pas celle d’UTC', () => {
    const now = new Date('2022-03-03T23:30:00Z');
    expect(localDate(now, PARIS)).toBe('2022-03-04');
    expect(localDate(now, 'America/Guadeloupe')).toBe('2022-03-03');
    expect(localHeure(new Date('2022-03-02T23:00:00Z'), PARIS)).toBe('00:00:00');
  });

  it('une heure sautée passe après le trou, une heure double est la première', () => {
    expect(instantOf('2022-03-27', '02:30', PARIS).toISOString()).toBe('2022-03-27T01:30:00.000Z');
    expect(instantOf('2022-10-30', '02:30', PARIS).toISOString()).toBe('2022-10-30T00:30:00.000Z');
    expect(instantOf('2022-10-30', '03:00', PARIS).toISOString()).toBe('2022-10-30T02:00:00.000Z');
  });

  it('l’heure telle que la base la garde est comprise', () => {
    expect(instantOf('2022-03-05', '09:30:00.000', PARIS).toISOString()).toBe(
      '2022-03-05T08:30:00.000Z'
    );
  });

  it.each([
    ['2022-13-01', '09:30'],
    ['', '09:30'],
    ['2022-03-05', '9h30'],
    ['2022-03-05', ''],
  ])('« %s %s » n’est pas un moment', (date, heure) => {
    expect(() => instantOf(date, heure, PARIS)).toThrow(/^Not a date and an hour/);
  });

  it.each(ZONES)('à %s, un instant lu puis reconstruit est le même, hors heure double', (zone) => {
    fc.assert(
      fc.property(autourDuChangement, (brut) => {
        const now = new Date(Math.floor(brut.getTime() / 1000) * 1000);
        const relu = instantOf(localDate(now, zone), localHeure(now, zone), zone);
        expect(localHeure(relu, zone)).toBe(localHeure(now, zone));
        expect([0, HEURE_MS]).toContain(now.getTime() - relu.getTime());
      }),
      { numRuns: PAR_ZONE }
    );
  });

  it('J-2 vise dans deux jours, J+3 il y a trois jours, J0 aujourd’hui', () => {
    expect(targetDate('2022-03-03', -2)).toBe('2022-03-05');
    expect(targetDate('2022-03-03', 3)).toBe('2022-02-28');
    expect(targetDate('2022-03-03', 0)).toBe('2022-03-03');
    expect(targetDate('2022-03-26', -1)).toBe('2022-03-27');
    expect(targetDate('2024-02-28', -1)).toBe('2024-02-29');
  });

  it('ajouter puis retirer des jours ramène à la date', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: -400, max: 400 }),
        (jour, n) => {
          const date = addDays('2000-01-01', jour);
          expect(addDays(addDays(date, n), -n)).toBe(date);
        }
      ),
      { numRuns: 10_000 }
    );
  });
});

describe('un soir manqué (décisions B5 et F17)', () => {
  const prevuLe = paris('2022-03-03', '19:00');
  const rappel = { prevuLe, delai: -1, debutAction: paris('2022-03-04', '09:30') };
  const suivi = { prevuLe, delai: 2, debutAction: paris('2022-03-01', '09:30') };
  const campagne = { prevuLe, delai: null, debutAction: null };

  it('avant l’heure, l’envoi attend', () => {
    expect(decideDepart(rappel, paris('2022-03-03', '18:59:59'), PARIS)).toEqual({
      decision: 'attendre',
      jusqua: prevuLe,
    });
  });

  it.each(['19:00', '20:59:59'])('à %s il part comme à l’heure', (heure) => {
    expect(decideDepart(rappel, paris('2022-03-03', heure), PARIS)).toEqual({
      decision: 'partir',
      retarde: false,
    });
  });

  it.each([
    ['2022-03-03', '21:00'],
    ['2022-03-03', '23:59:59'],
    ['2022-03-04', '00:00'],
    ['2022-03-04', '07:59:59'],
  ])('le %s à %s il attend 8h du matin', (date, heure) => {
    expect(decideDepart(campagne, paris(date, heure), PARIS)).toEqual({
      decision: 'attendre',
      jusqua: paris('2022-03-04', '08:00'),
    });
  });

  it('le lendemain il part « retardé »', () => {
    for (const envoi of [rappel, suivi, campagne]) {
      expect(decideDepart(envoi, paris('2022-03-04', '08:00'), PARIS)).toEqual({
        decision: 'partir',
        retarde: true,
      });
    }
  });

  it('un rappel dont l’action a commencé ne part plus', () => {
    expect(decideDepart(rappel, paris('2022-03-04', '09:29:59'), PARIS).decision).toBe('partir');
    expect(decideDepart(rappel, paris('2022-03-04', '09:30'), PARIS)).toEqual({
      decision: 'trop_tard',
    });
    const tot = { ...rappel, debutAction: paris('2022-03-04', '07:30') };
    expect(decideDepart(tot, paris('2022-03-04', '08:00'), PARIS)).toEqual({
      decision: 'trop_tard',
    });
  });

  it('seul un rappel peut venir trop tard : ni J0, ni J+n, ni campagne', () => {
    const semaine = paris('2022-03-10', '12:00');
    const jourJ = { prevuLe, delai: 0, debutAction: paris('2022-03-03', '10:00') };
    expect(decideDepart(jourJ, prevuLe, PARIS)).toEqual({ decision: 'partir', retarde: false });
    for (const envoi of [jourJ, suivi, campagne]) {
      expect(decideDepart(envoi, semaine, PARIS)).toEqual({ decision: 'partir', retarde: true });
    }
  });
});
