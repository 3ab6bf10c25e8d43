import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLien, SCHEMA_SUR } from './lien';

const TEAMS = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x@thread.v2/0?context=a';

describe('un lien fait de ce qu’une fiche contient', () => {
  it.each([
    [TEAMS, TEAMS],
    [`Rejoindre : ${TEAMS}`, TEAMS],
    [`<${TEAMS}>`, TEAMS],
    [`Rejoindre la réunion ici <${TEAMS}> ID de réunion : 123 456`, TEAMS],
    ['Visio : https://meet.google.com/abc-defg-hij.', 'https://meet.google.com/abc-defg-hij'],
    ['(voir https://zoom.us/j/123?pwd=a)', 'https://zoom.us/j/123?pwd=a'],
    ['Rejoindre : meet.google.com/abc-defg', 'https://meet.google.com/abc-defg'],
    ['visio.fr', 'https://visio.fr'],
    ['lena@bge.fr', 'mailto:lena@bge.fr'],
    ['Léna <lena@bge.fr>', 'mailto:lena@bge.fr'],
    ['mailto:lena@bge.fr?subject=Visio', 'mailto:lena@bge.fr'],
    ['06 12 34 56 78', 'tel:0612345678'],
    ['+33 (0)6 12 34 56 78', 'tel:+33612345678'],
    ['tel:06.12.34.56.78', 'tel:0612345678'],
    ['à venir', null],
    ['M. Dupont', null],
    ['salle 3', null],
    ['https://', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('« %s » mène à %s', (valeur, attendu) => {
    expect(findLien(valeur)).toBe(attendu);
  });

  it('ne mène jamais ailleurs que par un schéma permis', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (valeur) => {
        expect(findLien(valeur) ?? 'https://').toMatch(SCHEMA_SUR);
      })
    );
  });
});
