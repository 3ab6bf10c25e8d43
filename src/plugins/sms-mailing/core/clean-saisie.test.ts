import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSaisie, foldLigne } from './clean-saisie';

describe('une coordonnée saisie ou collée', () => {
  it.each([
    ['\u202a06 12 34 56 78\u202c', '06 12 34 56 78', 'collée d’Outlook ou du carnet d’adresses'],
    ['06\u201112\u201134\u201156\u201178', '06-12-34-56-78', 'tirets insécables de Word'],
    ['06\u201312\u201334\u201356\u201378', '06-12-34-56-78', 'tirets demi-cadratin'],
    ['06\u221212', '06-12', 'signe moins'],
    ['06\u00a012\u202f34\u2009', '06 12 34', 'espaces insécables et fines'],
    ['\ufeffnom@bge.fr', 'nom@bge.fr', 'BOM en tête d’un fichier CSV'],
    ['nom\u200b@bge.fr\u200b', 'nom@bge.fr', 'espaces de largeur nulle'],
    ['no\u00adm@bge.fr', 'nom@bge.fr', 'césure conditionnelle'],
    ['nom@bge.fr\u3164', 'nom@bge.fr', 'remplisseur coréen'],
    ['\t nom@bge.fr \r\n', 'nom@bge.fr', 'cellule copiée avec sa fin de ligne'],
    ['e\u0301picerie', 'épicerie', 'accent composé sur Mac'],
    ['e\u200b\u0301picerie', 'épicerie', 'accent séparé de sa lettre'],
  ])('%j se lit %j (%s)', (saisie, lue) => {
    expect(cleanSaisie(saisie)).toBe(lue);
  });

  it('propre, se relit telle quelle', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        const propre = cleanSaisie(texte);
        expect(cleanSaisie(propre)).toBe(propre);
        expect(propre).not.toMatch(/[\p{Cf}\p{Cc}]|^\s|\s$/u);
      }),
      { numRuns: 10_000 }
    );
  });
});

it('un nom tient sur une ligne et garde ses lettres', () => {
  expect(foldLigne('  PALMER\r\n\tJulien\u2028 ')).toBe('PALMER Julien');
  expect(foldLigne('PALMER  \u00a0 Julien')).toBe('PALMER Julien');
  expect(foldLigne('\u0007')).toBe('');
  expect(foldLigne('Anne–Marie 5\u00a0€ \u200d')).toBe('Anne–Marie 5\u00a0€ \u200d');
});
