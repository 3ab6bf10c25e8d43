import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeQuotedPrintable, maxQuotedPrintable } from './quoted-printable';

function encode(texte: string): string {
  const source = Buffer.from(texte, 'utf8');
  const sortie = Buffer.alloc(maxQuotedPrintable(source.length));
  return sortie.subarray(0, encodeQuotedPrintable(source, sortie, 0)).toString('latin1');
}

function decode(encode: string): string {
  const octets = encode
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hexa: string) => String.fromCharCode(parseInt(hexa, 16)));
  return Buffer.from(octets, 'latin1').toString('utf8');
}

const texteFrancais = fc.string({
  unit: fc.constantFrom(...Array.from('abcé€= \t\r\n.’—😀'), 'mot '),
});

describe('encodeQuotedPrintable', () => {
  it('rend le texte tel quel une fois décodé, aux fins de ligne près', () => {
    fc.assert(
      fc.property(texteFrancais, (texte) => {
        expect(decode(encode(texte))).toBe(texte.replace(/\r\n|\r|\n/g, '\r\n'));
      })
    );
  });

  it('n’écrit que des lignes d’au plus 76 signes imprimables, sans espace en fin', () => {
    fc.assert(
      fc.property(texteFrancais, fc.integer({ min: 1, max: 40 }), (texte, fois) => {
        for (const ligne of encode(texte.repeat(fois)).split('\r\n')) {
          expect(ligne).toMatch(/^[ -~\t]{0,76}$/);
          expect(ligne).not.toMatch(/[ \t]$/);
        }
      })
    );
  });

  it('ne dépasse jamais la place annoncée', () => {
    for (const signe of ['é', '=', 'a', '\n', ' ']) {
      const texte = signe.repeat(10_000);
      expect(encode(texte).length).toBeLessThanOrEqual(
        maxQuotedPrintable(Buffer.byteLength(texte))
      );
    }
  });
});
