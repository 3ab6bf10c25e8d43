import { describe, expect, it } from 'vitest';
import { parametresSchema } from './parametres';
import { isPaysPermis, PAYS_SMS, PAYS_SMS_PAR_DEFAUT } from './pays-sms';
import { normaliseTelephone } from './telephone';

describe('les pays où les SMS peuvent partir', () => {
  const { paysSms } = parametresSchema.parse({});

  it.each([
    ['06 12 34 56 78', true],
    ['0692 12 34 56', true],
    ['0639 01 23 45', true],
    ['0690 12 34 56', true],
    ['0694 12 34 56', true],
    ['0696 12 34 56', true],
    ['+508 55 12 34', true],
    ['+687 75 12 34', true],
    ['+689 87 12 34 56', true],
    ['+681 82 12 34', true],
    ['+53 5 1234567', false],
    ['+32 470 12 34 56', false],
    ['+1 809 555 0123', false],
    ['+44 7911 123456', false],
  ])('par défaut, %s : %s', (saisi, attendu) => {
    const numero = normaliseTelephone(saisi);
    expect(numero).not.toBeNull();
    expect(isPaysPermis(numero!.e164, paysSms)).toBe(attendu);
  });

  it('un pays ajouté s’ouvre, un autre qui commence comme lui non', () => {
    expect(isPaysPermis('+32470123456', [...PAYS_SMS_PAR_DEFAUT, '32'])).toBe(true);
    expect(isPaysPermis('+3312345678', ['331'])).toBe(true);
    expect(isPaysPermis('33612345678', ['33'])).toBe(false);
  });

  it('aucun indicatif offert n’en commence un autre', () => {
    const indicatifs = Object.keys(PAYS_SMS);
    const debuts = indicatifs.filter((a) => indicatifs.some((b) => a !== b && b.startsWith(a)));
    expect(debuts).toEqual([]);
    expect(PAYS_SMS_PAR_DEFAUT.filter((indicatif) => !(indicatif in PAYS_SMS))).toEqual([]);
  });

  it.each([[[]], [['+33']], [['33%']], [['']]])('%j ne s’enregistre pas', (saisis) => {
    expect(parametresSchema.safeParse({ paysSms: saisis }).success).toBe(false);
  });
});
