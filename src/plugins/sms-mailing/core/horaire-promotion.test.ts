import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from './horaire';
import {
  departDuSoir,
  HEURES_PROMOTION,
  heuresPromotionSchema,
  isWindowOpen,
  nextSoirPromotion,
  zoneOfNumero,
} from './horaire-promotion';
import type { But, TypeContact } from './vocabulaire';

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
    const semaine = [1, 2, 3, 4, 5, 6, 7];
    const large = {
      debut: '08:00',
      fin: '22:00',
      jours: semaine,
      joursFeries: true,
      alsaceMoselle: false,
      fermetures: [],
    };
    expect(isWindowOpen(paris('2022-05-01', '21:00'), PARIS, large)).toBe(true);
    expect(
      isWindowOpen(paris('2022-05-01', '21:00'), PARIS, { ...large, joursFeries: false })
    ).toBe(false);
    const sansDimanche = { ...large, jours: semaine.slice(0, 6) };
    expect(isWindowOpen(paris('2022-05-01', '21:00'), PARIS, sansDimanche)).toBe(false);
    const ferme = { ...large, fermetures: ['2022-05-01'] };
    expect(isWindowOpen(paris('2022-05-01', '21:00'), PARIS, ferme)).toBe(false);
  });

  it('en Alsace-Moselle, le 26 décembre attend aussi', () => {
    const local = { ...HEURES_PROMOTION, alsaceMoselle: true };
    expect(isWindowOpen(paris('2022-12-26', '12:00'), PARIS)).toBe(true);
    expect(isWindowOpen(paris('2022-12-26', '12:00'), PARIS, local)).toBe(false);
  });

  it('un jour de fermeture de l’association repousse comme un jour férié', () => {
    const heuresPromotion = { ...HEURES_PROMOTION, fermetures: ['2022-03-03', '2022-03-04'] };
    expect(
      nextSoirPromotion(paris('2022-03-03', '12:00'), PARIS, '19:00', heuresPromotion)
    ).toEqual(paris('2022-03-05', '19:00'));
  });

  it.each<[object, string]>([
    [{ debut: '20:00', fin: '08:00' }, 'une fin avant le début'],
    [{ debut: '06:00' }, 'avant 8h'],
    [{ fin: '23:00' }, 'après 22h'],
    [{ jours: [] }, 'aucun jour'],
    [{ jours: [8] }, 'un huitième jour'],
    [{ debut: '8 heures' }, 'une heure mal écrite'],
    [{ fermetures: ['2022-02-30'] }, 'un jour qui n’existe pas'],
  ])('refuse le réglage %j (%s)', (reglage) => {
    expect(heuresPromotionSchema.safeParse(reglage).success).toBe(false);
  });

  it('un SMS de promotion attend un soir permis, un SMS de suivi ou un e-mail part ce soir', () => {
    const horaires = { zone: PARIS, heure: '19:00', heuresPromotion: HEURES_PROMOTION };
    const dimanche = paris('2022-03-06', '12:00');
    const depart = (typeContact: TypeContact, but: But) =>
      departDuSoir({ typeContact, but }, dimanche, horaires);
    expect(depart('sms', 'promotion')).toEqual(paris('2022-03-07', '19:00'));
    expect(depart('sms', 'suivi')).toEqual(paris('2022-03-06', '19:00'));
    expect(depart('newsletter', 'promotion')).toEqual(paris('2022-03-06', '19:00'));
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
          expect(isWindowOpen(soir, zone, HEURES_PROMOTION)).toBe(true);
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
