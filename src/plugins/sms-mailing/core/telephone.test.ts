import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseTelephone } from './telephone';

describe('un numéro de téléphone', () => {
  it.each([
    '0612345678',
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06/12/34/56/78',
    ' 06\u00a012\u202f34 56 78 ',
    '+33612345678',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '+330612345678',
    '0033612345678',
    '0033 (0)6 12 34 56 78',
    '33612345678',
    '612345678',
    '\u202a06 12 34 56 78\u202c',
    '06\u201112\u201134\u201156\u201178',
    '06 – 12 – 34 – 56 – 78',
    '0612\u200b345678',
    '\ufeff0612345678\r\n',
    '０６１２３４５６７８',
    '[06] 12 34 56 78',
    '06 12 34 56 78.',
  ])('« %s » est le même mobile', (numero) => {
    expect(normaliseTelephone(numero)).toEqual({
      e164: '+33612345678',
      mobile: true,
      verifie: true,
    });
  });

  it.each([
    ['0102030405', '+33102030405', 'l’exemple du guide'],
    ['0262 12 34 56', '+262262123456', 'fixe de La Réunion'],
    ['0590 12 34 56', '+590590123456', 'fixe de Guadeloupe'],
    ['0976001234', '+33976001234', 'box'],
    ['0937123456', '+33937123456', 'plateforme'],
    ['0800123456', '+33800123456', 'numéro vert'],
    ['0899123456', '+33899123456', 'numéro surtaxé'],
  ])('%s n’est pas un mobile', (numero, e164) => {
    expect(normaliseTelephone(numero)).toEqual({ e164, mobile: false, verifie: true });
  });

  it.each([
    ['0692 123 456', '+262692123456', 'La Réunion'],
    ['0693 123 456', '+262693123456', 'La Réunion'],
    ['0690123456', '+590690123456', 'Guadeloupe'],
    ['0696123456', '+596696123456', 'Martinique'],
    ['0697123456', '+596697123456', 'Martinique'],
    ['0694123456', '+594694123456', 'Guyane'],
    ['+262 692 12 34 56', '+262692123456', 'avec son indicatif'],
    ['262692123456', '+262692123456', 'sans le +'],
    ['+33 692 12 34 56', '+262692123456', 'avec le mauvais indicatif'],
    ['+687 75 12 34', '+687751234', 'Nouvelle-Calédonie'],
    ['+689 87 12 34 56', '+68987123456', 'Polynésie'],
    ['+32 470 12 34 56', '+32470123456', 'Belgique'],
    ['0032 (0)470 12 34 56', '+32470123456', 'Belgique, saisi en 00 et (0)'],
    ['596696123456', '+596696123456', 'Martinique sans le +'],
    ['692123456', '+262692123456', 'le 0 perdu par un tableur'],
  ])('%s devient %s (%s)', (numero, e164) => {
    expect(normaliseTelephone(numero)).toEqual({ e164, mobile: true, verifie: true });
  });

  it.each([
    ['0712345678', '+33712345678', 'tranche récente'],
    ['0639123456', '+262639123456', 'Mayotte'],
    ['+262 639 12 34 56', '+262639123456', 'Mayotte avec son indicatif'],
    ['0691123456', '+590691123456', 'Guadeloupe'],
    ['06 39 98 00 01', '+33639980001', 'réservé à la fiction par l’Arcep'],
  ])('%s, que le plan livré ignore, est gardé « non vérifié » (%s : %s)', (numero, e164) => {
    expect(normaliseTelephone(numero)).toEqual({ e164, mobile: true, verifie: false });
  });

  it.each([
    '',
    ' ',
    '3949',
    '06 12 34',
    '06123456789',
    '0700123456',
    '61234567',
    '0612345678 x3',
    'O612345678',
    'tel 0612345678',
    '0612345678 poste 3',
    '06 12 34 56 78 / 07 12 34 56 78',
    '0612345678, 0712345678',
    '+33',
    '+330000000000',
    '+262 999 12 34 56',
    '+999612345678',
    '0612345678\n+33698765432',
  ])('« %s » n’est pas un numéro', (numero) => {
    expect(normaliseTelephone(numero)).toBeNull();
  });

  it.each([
    ['0639', '+262639'],
    ['0692', '+262692'],
    ['0693', '+262693'],
    ['0690', '+590690'],
    ['0691', '+590691'],
    ['0694', '+594694'],
    ['0696', '+596696'],
    ['0697', '+596697'],
  ])(
    'tout %s est un mobile en %s, que le plan livré connaisse la tranche ou non',
    (prefixe, e164) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => {
          const suite = String(n).padStart(6, '0');
          fc.pre(!`${prefixe}${suite}`.startsWith('063998'));
          const attendu = { e164: `${e164}${suite}`, mobile: true };
          expect(normaliseTelephone(`${prefixe}${suite}`)).toMatchObject(attendu);
          expect(normaliseTelephone(`${e164}${suite}`)).toMatchObject(attendu);
        })
      );
    }
  );

  it('un numéro normalisé se normalise en lui-même', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        const lu = normaliseTelephone(`0${String(n).padStart(9, '0')}`);
        if (lu !== null) {
          expect(lu.e164).toMatch(/^\+[1-9]\d{1,14}$/);
          expect(normaliseTelephone(lu.e164)).toEqual(lu);
        }
      }),
      { numRuns: 10_000 }
    );
  });
});
