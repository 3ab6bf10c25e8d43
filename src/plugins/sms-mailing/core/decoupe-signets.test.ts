import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Morceau } from './signet';
import {
  findMalEcrits,
  formatMorceaux,
  formatSignet,
  listSignets,
  normaliseSignets,
  parseSignets,
} from './signet';

// Thousands of texts each: time enough on a machine that is busy elsewhere.
vi.setConfig({ testTimeout: 30_000 });

function withoutBrut(morceaux: readonly Morceau[]): unknown[] {
  return morceaux.map((morceau) =>
    typeof morceau === 'string' ? morceau : { ...morceau, brut: '' }
  );
}

/** Sources made of what authors, word processors and bad luck put in a modele. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '${',
      '$${',
      '$',
      '{',
      '}',
      '|',
      '#',
      '\\',
      '\\|',
      '/',
      '.',
      ' ',
      '\u00a0',
      '&nbsp;',
      '<',
      '>',
    ],
    ...[
      '<span>',
      '</span>',
      '<b title="}">',
      '<br/>',
      "<a href='",
      '"',
      '&agrave;',
      '&amp;',
      '&#125;',
    ],
    ...[
      'tableN.',
      'TAB.N. ',
      'tab.',
      'personne/personne_nom',
      'action_date',
      'j F Y',
      '${action_date}',
    ]
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 3 })
);
const source = fc.array(fragment, { maxLength: 25 }).map((fragments) => fragments.join(''));

describe('les signets d’un texte quelconque', () => {
  it('relus sous leur forme canonique redonnent les mêmes morceaux, quel que soit le texte', () => {
    fc.assert(
      fc.property(source, (texte) => {
        const morceaux = parseSignets(texte);
        for (const signet of listSignets(morceaux)) {
          expect(withoutBrut(parseSignets(formatSignet(signet)))).toEqual(withoutBrut([signet]));
        }
        const canonique = formatMorceaux(morceaux);
        expect(formatMorceaux(parseSignets(canonique))).toBe(canonique);
      }),
      { numRuns: 10_000 }
    );
  });

  it('ne perdent aucun caractère : littéraux et signets bruts couvrent le texte', () => {
    const sansBalise = fc.string({ unit: fc.constantFrom(...'${}|#ab. \\/') });
    fc.assert(
      fc.property(sansBalise, (texte) => {
        const recolle = parseSignets(texte)
          .map((m) => (typeof m === 'string' ? m.replaceAll('${', () => '$${') : m.brut))
          .join('');
        // A backslash before a signet is noise: it goes.
        fc.pre(findMalEcrits(texte).length === 0 && !texte.includes('\\${'));
        expect(recolle).toBe(texte);
      }),
      { numRuns: 10_000 }
    );
  });

  it('gardent les balises équilibrées autour d’eux', () => {
    const balise = fc.constantFrom('<b>', '</b>', '<i class="}">', '</i>', 'x', '${', '}', ' ');
    fc.assert(
      fc.property(fc.array(balise, { maxLength: 30 }), (pieces) => {
        const html = pieces.join('');
        const tags = (texte: string): string[] => texte.match(/<[^>]*>/g) ?? [];
        const rendu = parseSignets(html)
          .map((m) => (typeof m === 'string' ? m : ''))
          .join('');
        expect(tags(rendu)).toEqual(tags(html));
      }),
      { numRuns: 10_000 }
    );
  });

  it('ne se suivent jamais de deux littéraux, ni d’un littéral vide', () => {
    fc.assert(
      fc.property(source, (texte) => {
        const types = parseSignets(texte);
        types.forEach((morceau, rang) => {
          expect(
            morceau === '' || (typeof morceau === 'string' && typeof types[rang + 1] === 'string')
          ).toBe(false);
        });
      }),
      { numRuns: 10_000 }
    );
  });

  it.each([
    ['${', 'accolades ouvertes'],
    ['$<a><b>', 'balises après un dollar'],
    ['${<a ', 'balises jamais fermées'],
    ['${<a "', 'guillemets jamais fermés'],
    ['$', 'dollars'],
    ['<', 'inférieurs'],
    ['${tab' + ' '.repeat(50), 'espaces'],
    ['${x#\\', 'antislashs'],
    ['$\\${', 'dollars échappés'],
  ])('se lisent en temps linéaire : un million de caractères de %j (%s)', (motif) => {
    // Half a second; each letter against each other would take minutes, and the time-out.
    const texte = motif.repeat(Math.ceil(1_000_000 / motif.length));
    parseSignets(texte);
    parseSignets('${' + texte.replaceAll('${', '') + '}');
    normaliseSignets(texte);
  });
});
