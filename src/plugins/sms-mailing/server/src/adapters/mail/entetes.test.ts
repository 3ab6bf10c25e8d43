import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../core/errors';
import { formatDate, formatEnteteAdresse, formatEnteteTexte, normaliseAdresse } from './entetes';

const CONTROLES = ['\r', '\n', '\r\n', '\t', '\0', '\u0007', '\u007f', '\u0085', '\u2028'];

describe('formatEnteteTexte', () => {
  it('laisse lisible un objet sans accent', () => {
    expect(formatEnteteTexte('Subject', 'Rappel de votre rendez-vous')).toBe(
      'Subject: Rappel de votre rendez-vous'
    );
  });

  it('encode un objet accentué selon la RFC 2047', () => {
    expect(formatEnteteTexte('Subject', 'Votre réunion')).toBe(
      'Subject: =?UTF-8?Q?Votre_r=C3=A9union?='
    );
  });

  it('encode ce qui ressemble à un mot déjà encodé', () => {
    expect(formatEnteteTexte('Subject', '=?UTF-8?Q?piege?=')).not.toContain('=?UTF-8?Q?piege?=');
  });

  it('plie à 76 signes sans couper un caractère', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('abé€😀 =?'), 'mots ') }),
        (valeur) => {
          const lignes = formatEnteteTexte('Subject', valeur).split('\r\n');
          for (const [i, ligne] of lignes.entries()) {
            expect(ligne.length).toBeLessThanOrEqual(76);
            expect(ligne).toMatch(/^[ -~]*$/);
            if (i > 0) expect(ligne).toMatch(/^ \S/);
          }
        }
      )
    );
  });

  it.each(CONTROLES)(
    'fait une espace du caractère de contrôle %j, qui ouvrirait un autre en-tête',
    (signe) => {
      expect(formatEnteteTexte('Subject', `Bonjour${signe}Bcc: x@y.fr`)).toBe(
        'Subject: Bonjour Bcc: x@y.fr'
      );
    }
  );
});

describe('formatEnteteAdresse', () => {
  it.each([
    ['', 'To: nom@bge.example'],
    ['Lena PARIS', 'To: Lena PARIS <nom@bge.example>'],
    ['PARIS, Lena', 'To: "PARIS, Lena" <nom@bge.example>'],
    ['L"éna', 'To: =?UTF-8?Q?L=22=C3=A9na?= <nom@bge.example>'],
    ['a\\b "c"', 'To: "a\\\\b \\"c\\"" <nom@bge.example>'],
  ])('écrit le nom %j', (nom, attendu) => {
    expect(formatEnteteAdresse('To', { nom, adresse: 'nom@bge.example' })).toBe(attendu);
  });

  it('plie plutôt que de dépasser 76 signes', () => {
    const adresse = `${'a'.repeat(50)}@bge.example`;
    expect(formatEnteteAdresse('To', { nom: 'Lena PARIS', adresse })).toBe(
      `To: Lena PARIS\r\n <${adresse}>`
    );
  });

  it('met sur une ligne un nom qui contient un retour à la ligne', () => {
    const mailbox = { nom: ' Lena\r\nBcc: x@y.fr\t', adresse: 'nom@bge.example' };
    expect(formatEnteteAdresse('To', mailbox)).toBe('To: "Lena Bcc: x@y.fr" <nom@bge.example>');
  });
});

describe('normaliseAdresse', () => {
  it('écrit en ASCII un domaine accentué', () => {
    expect(normaliseAdresse('lena@activ-créa.fr')).toBe('lena@xn--activ-cra-i4a.fr');
  });

  it.each([
    'a@b.fr, evil@x.fr',
    'a@b.fr\r\nBcc: evil@x.fr',
    'a@b.fr>',
    '<a@b.fr>',
    'a b@c.fr',
    'léna@b.fr',
    'a@',
    '@b.fr',
    'a',
    '',
    'a@b.fr\n',
    'a@b.fr\nx.fr',
    'a@b.fr\t',
  ])('refuse %j, qui n’est pas une seule adresse', (adresse) => {
    expect(() => normaliseAdresse(adresse)).toThrow(TransportError);
  });
});

it('écrit la date en temps universel', () => {
  expect(formatDate(new Date('2022-03-03T18:00:00Z'))).toBe('Thu, 03 Mar 2022 18:00:00 +0000');
});
