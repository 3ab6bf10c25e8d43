import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FENETRE_PROMOTION,
  instantOf,
  isWindowOpen,
  nextSoirPromotion,
  zoneOfNumero,
} from './horaire';

const PARIS = 'Europe/Paris';
const ZONES = [PARIS, 'Indian/Reunion', 'America/Guadeloupe'] as const;
const HEURE_MS = 3_600_000;

const paris = (date: string, heure: string): Date => instantOf(date, heure, PARIS);

describe('les SMS de promotion (décision B13)', () => {
  it.each([
    ['2022-03-03', '07:59:59', false, 'avant 8h'],
    ['2022-03-03', '08:00', true, 'dès 8h'],
    ['2022-03-05', '19:59:59', true, 'samedi soir'],
    ['2022-03-03', '20:00', false, 'à 20h'],
    ['2022-03-06', '12:00', false, 'dimanche'],
    ['2022-04-18', '12:00', false, 'lundi de Pâques'],
    ['2022-07-14', '12:00', false, '14 juillet'],
  ])('le %s à %s : %s (%s)', (date, heure, ouvert) => {
    expect(isWindowOpen(paris(date, heure), PARIS)).toBe(ouvert);
  });

  it('les bornes, les dimanches et les jours fériés se règlent', () => {
    const large = { debut: '08:00', fin: '22:00', dimanches: true, joursFeries: true };
    expect(isWindowOpen(paris('2022-05-01', '21:00'), PARIS, large)).toBe(true);
    expect(
      isWindowOpen(paris('2022-05-01', '21:00'), PARIS, { ...large, joursFeries: false })
    ).toBe(false);
    expect(isWindowOpen(paris('2022-05-01', '21:00'), PARIS, { ...large, dimanches: false })).toBe(
      false
    );
  });

  it('un dimanche ou un jour férié repousse au prochain soir permis', () => {
    expect(nextSoirPromotion(paris('2022-03-03', '12:00'), PARIS)).toEqual(
      paris('2022-03-03', '19:00')
    );
    expect(nextSoirPromotion(paris('2022-03-05', '19:00'), PARIS)).toEqual(
      paris('2022-03-07', '19:00')
    );
    expect(nextSoirPromotion(paris('2022-04-16', '20:00'), PARIS)).toEqual(
      paris('2022-04-19', '19:00')
    );
  });

  it('une heure hors de la fenêtre cède à son ouverture', () => {
    expect(nextSoirPromotion(paris('2022-03-03', '12:00'), PARIS, '20:30')).toEqual(
      paris('2022-03-04', '08:00')
    );
  });

  it('le soir proposé est toujours dans la fenêtre et à venir', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 * 365 * 24 }),
        fc.constantFrom(...ZONES),
        (heures, zone) => {
          const now = new Date(Date.UTC(2021, 0, 1) + heures * HEURE_MS);
          const soir = nextSoirPromotion(now, zone);
          expect(soir.getTime()).toBeGreaterThan(now.getTime());
          expect(isWindowOpen(soir, zone, FENETRE_PROMOTION)).toBe(true);
        }
      )
    );
  });

  it('l’heure est celle du destinataire : 19h à Paris est trop tard à La Réunion', () => {
    const soir = paris('2022-03-03', '19:00');
    expect(isWindowOpen(soir, zoneOfNumero('+33612345678', PARIS))).toBe(true);
    expect(isWindowOpen(soir, zoneOfNumero('+262692123456', PARIS))).toBe(false);
  });

  it.each([
    ['+262692123456', 'Indian/Reunion'],
    ['+262639123456', 'Indian/Mayotte'],
    ['+508551234', 'America/Miquelon'],
    ['+590690123456', 'America/Guadeloupe'],
    ['+594694123456', 'America/Cayenne'],
    ['+596696123456', 'America/Martinique'],
    ['+681821234', 'Pacific/Wallis'],
    ['+687751234', 'Pacific/Noumea'],
    ['+68987123456', 'Pacific/Tahiti'],
    ['+32470123456', PARIS],
  ])('%s vit à l’heure de %s', (e164, zone) => {
    expect(zoneOfNumero(e164, PARIS)).toBe(zone);
    expect(() => isWindowOpen(paris('2022-03-03', '12:00'), zone)).not.toThrow();
  });
});
