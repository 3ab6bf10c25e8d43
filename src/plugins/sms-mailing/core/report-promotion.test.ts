import { describe, expect, it } from 'vitest';
import { HEURES_PROMOTION } from './horaire-promotion';
import { reportPromotion } from './report-promotion';

const HORLOGE = {
  zone: 'Europe/Paris',
  heure: '19:00',
  heuresPromotion: HEURES_PROMOTION,
};
const MOBILE = '+33612345678';
const report = (e164: string, now: string): string | null =>
  reportPromotion(e164, new Date(now), HORLOGE)?.toISOString().slice(0, 16) ?? null;

describe('jusqu’à quand attend un SMS de promotion', () => {
  it('un jeudi à 19h en métropole, il part', () => {
    expect(report(MOBILE, '2022-03-03T18:00:00Z')).toBeNull();
  });

  it('passé 20h, jusqu’à 19h le lendemain', () => {
    expect(report(MOBILE, '2022-03-03T19:00:00Z')).toBe('2022-03-04T18:00');
  });

  it('un samedi soir trop tard, jusqu’au lundi soir : pas le dimanche', () => {
    expect(report(MOBILE, '2022-03-05T19:30:00Z')).toBe('2022-03-07T18:00');
  });

  it('le lundi de Pâques est férié', () => {
    expect(report(MOBILE, '2022-04-18T17:00:00Z')).toBe('2022-04-19T17:00');
  });

  it('à 19h de Paris il est 22h à La Réunion : il attend 8h là-bas', () => {
    expect(report('+262692123456', '2022-03-03T18:00:00Z')).toBe('2022-03-04T04:00');
  });

  it('à 19h de Paris il est 14h à Fort-de-France : il part', () => {
    expect(report('+596696123456', '2022-03-03T18:00:00Z')).toBeNull();
  });

  it('vers la Martinique trop tôt, le prochain soir de l’association convient', () => {
    expect(report('+596696123456', '2022-03-03T08:00:00Z')).toBe('2022-03-03T18:00');
  });
});
