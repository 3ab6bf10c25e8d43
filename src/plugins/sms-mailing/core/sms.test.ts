import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import {
  CARACTERES_PAR_SMS,
  composeSms,
  countSms,
  foldSms,
  isSmsTropLong,
  REGLAGES_SMS,
} from './sms';

const OPTIONS = { charsPerSms: CARACTERES_PAR_SMS, stopChars: 0 };

/**
 * Independent reference, 3GPP TS 23.038 by code point and TS 23.040 by octets: 140 octets in one part, else
 * 134 behind a 6-octet header. Written without looking at the code under test.
 */
const TABLE_23038: readonly (readonly [number, number])[] = [
  [0x20, 0x23],
  [0x25, 0x3f],
  [0x41, 0x5a],
  [0x61, 0x7a],
];
const AUTRES_23038 = [
  0x40, 0xa3, 0x24, 0xa5, 0xe8, 0xe9, 0xf9, 0xec, 0xf2, 0xc7, 0x0a, 0xd8, 0xf8, 0x0d, 0xc5, 0xe5,
  0x394, 0x5f, 0x3a6, 0x393, 0x39b, 0x3a9, 0x3a0, 0x3a8, 0x3a3, 0x398, 0x39e, 0xc6, 0xe6, 0xdf,
  0xc9, 0xa4, 0xa1, 0xc4, 0xd6, 0xd1, 0xdc, 0xa7, 0xbf, 0xe4, 0xf6, 0xf1, 0xfc, 0xe0,
];
const EXTENSION_23038 = [0x0c, 0x5e, 0x7b, 0x7d, 0x5c, 0x5b, 0x7e, 0x5d, 0x7c, 0x20ac];

function septets(code: number): number | null {
  if (TABLE_23038.some(([de, a]) => code >= de && code <= a) || AUTRES_23038.includes(code)) {
    return 1;
  }
  return EXTENSION_23038.includes(code) ? 2 : null;
}

function reference(texte: string): { gsm: boolean; unites: number; parties: number } {
  const codes = Array.from(texte, (lettre) => lettre.codePointAt(0) ?? 0);
  const gsm = codes.every((code) => septets(code) !== null);
  const bits = codes.map((code) => (gsm ? (septets(code) ?? 0) * 7 : code > 0xffff ? 32 : 16));
  const total = bits.reduce((a, b) => a + b, 0);
  const unites = total / (gsm ? 7 : 16);
  if (total <= 140 * 8) {
    return { gsm, unites, parties: total === 0 ? 0 : 1 };
  }
  const place = gsm ? Math.floor((134 * 8) / 7) * 7 : 134 * 8;
  let parties = 1;
  let libre = place;
  for (const taille of bits) {
    if (taille > libre) {
      parties += 1;
      libre = place;
    }
    libre -= taille;
  }
  return { gsm, unites, parties };
}

const lettresGsm = fc.constantFrom(...Array.from('aeiou ETR09é€à[{\n^|~'));
const lettresUnicode = fc.constantFrom(...Array.from('abc ê€ç’é😀Œ中'));
const texteGsm = fc.array(lettresGsm, { maxLength: 700 }).map((lettres) => lettres.join(''));
const texteUnicode = fc
  .array(lettresUnicode, { maxLength: 300 })
  .map((lettres) => lettres.join(''));

describe('le compte d’un SMS (guide §5.a)', () => {
  it.each([
    [0, 0],
    [1, 1],
    [155, 1],
    [156, 2],
    [160, 2],
    [306, 2],
    [307, 3],
    [308, 3],
    [310, 3],
    [459, 3],
    [460, 4],
    [465, 4],
    [918, 6],
  ])('%i lettres GSM coûtent %i', (lettres, credits) => {
    expect(countSms('a'.repeat(lettres), OPTIONS).credits).toBe(credits);
  });

  it.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('%i lettres hors GSM coûtent %i : la règle des 155 n’y joue pas', (lettres, credits) => {
    expect(countSms('ê'.repeat(lettres), OPTIONS)).toMatchObject({ encodage: 'ucs2', credits });
  });

  it('le réglage de 155 caractères se change', () => {
    expect(countSms('a'.repeat(156), { charsPerSms: 160, stopChars: 0 }).credits).toBe(1);
    expect(countSms('a'.repeat(101), { charsPerSms: 100, stopChars: 0 }).credits).toBe(2);
  });

  it('un € à cheval sur deux SMS passe entier dans le second', () => {
    expect(countSms(`${'a'.repeat(152)}€${'a'.repeat(151)}€`, OPTIONS)).toMatchObject({
      unites: 307,
      sms: 3,
    });
    expect(countSms('€'.repeat(80), OPTIONS)).toMatchObject({ unites: 160, sms: 1 });
    expect(countSms('€'.repeat(81), OPTIONS)).toMatchObject({ unites: 162, sms: 2 });
  });

  it('la mention STOP ajoutée par l’opérateur est comptée, sauf sur un texte vide', () => {
    const stop = { charsPerSms: 160, stopChars: 11 };
    expect(countSms('a'.repeat(149), stop)).toMatchObject({ unites: 160, sms: 1, credits: 1 });
    expect(countSms('a'.repeat(150), stop)).toMatchObject({ unites: 161, sms: 2, credits: 2 });
    expect(countSms('ê'.repeat(59), stop).sms).toBe(1);
    expect(countSms('ê'.repeat(60), stop).sms).toBe(2);
    expect(countSms('', stop)).toMatchObject({ unites: 0, sms: 0, credits: 0 });
  });

  it('les lettres chères sont nommées une fois, dans l’ordre', () => {
    expect(countSms('5 € [ou 6 €]', OPTIONS).lettresCheres).toEqual(['€', '[', ']']);
    expect(countSms('5 € reçus, fête reçue', OPTIONS).lettresCheres).toEqual(['ç', 'ê']);
    expect(countSms('Été à Étaples', OPTIONS).lettresCheres).toEqual([]);
  });

  it('au-delà de 6 SMS le message est trop long', () => {
    expect(isSmsTropLong(countSms('a'.repeat(918), OPTIONS))).toBe(false);
    expect(isSmsTropLong(countSms('a'.repeat(919), OPTIONS))).toBe(true);
  });

  it.each([
    ['GSM', texteGsm],
    ['Unicode', texteUnicode],
  ])('en %s le compte est celui de la norme et du calculateur de Twilio', (_nom, textes) => {
    fc.assert(
      fc.property(textes, (texte) => {
        const compte = countSms(texte, OPTIONS);
        const norme = reference(texte);
        expect(compte.encodage).toBe(norme.gsm ? 'gsm7' : 'ucs2');
        expect(compte.unites).toBe(norme.unites);
        expect(compte.sms).toBe(norme.parties);
        expect(compte.credits).toBeGreaterThanOrEqual(norme.parties);
        expect(compte.sms).toBe(texte === '' ? 0 : new SegmentedMessage(texte).segmentsCount);
      }),
      { numRuns: 60 }
    );
  });

  it('aucun texte n’est compté moins que la norme', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (texte) => {
        expect(countSms(texte, OPTIONS).sms).toBeGreaterThanOrEqual(reference(texte).parties);
      }),
      { numRuns: 50 }
    );
    const empile = `e${'\u0301'.repeat(200)}`;
    expect(countSms(empile, OPTIONS).sms).toBe(reference(empile).parties);
  });

  it('un très long texte se compte aussitôt', () => {
    expect(countSms('a'.repeat(1_000_000), OPTIONS).sms).toBe(6536);
  });
});

describe('le texte d’un SMS', () => {
  it.each([
    ['l’action d‘ici', "l'action d'ici"],
    ['“oui” «\u00a0non\u00a0» « si »', '"oui" "non" "si"'],
    ['9 h – 10 h — fin…', '9 h - 10 h - fin...'],
    ['cœur ŒUVRE', 'coeur OEUVRE'],
    ['10\u00a0h\u202f30\tfin', '10 h 30 fin'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['in\u200bvi\ufeffsi\u00adble\u0007', 'invisible'],
    ['créateur·rice', 'créateur.rice'],
  ])('« %s » : la typographie cède toujours', (texte, attendu) => {
    expect(foldSms(texte, false)).toBe(attendu);
    expect(foldSms(texte, true)).toBe(attendu);
  });

  it('les accents hors GSM cèdent par défaut, ceux du GSM restent', () => {
    expect(foldSms('Ça, où, dû : Noël, fête, Hélène, À, ÊTRE, n° 5')).toBe(
      'Ça, où, du : Noel, fete, Hélène, A, ETRE, no 5'
    );
    expect(foldSms('reçu')).toBe('recu');
    expect(foldSms('Łukasz Škoda ñ ß')).toBe('Lukasz Skoda ñ ß');
  });

  it('le réglage éteint garde les accents', () => {
    expect(foldSms('reçu à la fête', false)).toBe('reçu à la fête');
  });

  it('un accent décomposé est le même accent', () => {
    expect(foldSms('e\u0301te\u0301')).toBe('été');
    expect(foldSms('reçu')).toBe('recu');
    expect(foldSms('e\u200b\u0301')).toBe('é');
  });

  it('ce qui n’a pas d’équivalent reste', () => {
    expect(foldSms('bravo 😀 中')).toBe('bravo 😀 中');
  });

  it('un texte français tient dans l’alphabet GSM', () => {
    const texte =
      'Bonjour « Hélène », votre rendez-vous du 1er août à l’Hôtel-Dieu : n’oubliez pas le reçu…';
    expect(countSms(texte, OPTIONS).credits).toBe(2);
    expect(countSms(foldSms(texte), OPTIONS)).toMatchObject({ encodage: 'gsm7', credits: 1 });
  });

  it('plier deux fois ne change rien de plus', () => {
    const piege = fc.constantFrom(...Array.from('«» ’“\u00a0\u200b\u0301\r\nœçe…\t·'), 'a');
    const texte = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piege).map((lettres) => lettres.join(''))
    );
    fc.assert(
      fc.property(texte, fc.boolean(), (brut, accents) => {
        const plie = foldSms(brut, accents);
        expect(foldSms(plie, accents)).toBe(plie);
      }),
      { numRuns: 500 }
    );
  });
});

describe('un SMS, composé comme il part et comme il est facturé', () => {
  const creditsOf = (...args: Parameters<typeof composeSms>): number | undefined =>
    composeSms(...args).compte.credits;

  it('la mention STOP de l’opérateur coûte à une promotion, pas à un suivi', () => {
    const ovh = { ...REGLAGES_SMS, caracteresStop: 11 };
    expect(creditsOf('a'.repeat(150), 'promotion', ovh)).toBe(2);
    expect(creditsOf('a'.repeat(150), 'suivi', ovh)).toBe(1);
    expect(creditsOf('a'.repeat(150), 'promotion', REGLAGES_SMS)).toBe(1);
  });

  it('un accent gardé coûte ce que l’opérateur en facture', () => {
    const texte =
      'Bonjour Jérôme, l’atelier du 5 août aura lieu à Lens, salle Liberté, à 9h30 précises.';
    expect(creditsOf(texte, 'suivi', REGLAGES_SMS)).toBe(1);
    expect(creditsOf(texte, 'suivi', { ...REGLAGES_SMS, remplacerAccents: false })).toBe(2);
  });
});
