import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIllisible, lisibleSchema } from './lisible';

const DEMI_EMOJI = '\ud83d';

function nest(niveaux: number): unknown {
  let valeur: unknown = 'x';
  for (let i = 0; i < niveaux; i += 1) valeur = { a: valeur };
  return valeur;
}

describe('le texte d’une demande peut être gardé', () => {
  it.each([
    ['un caractère nul', { nom: 'a\u0000b' }, ['nom']],
    [
      'un emoji coupé',
      { destinataires: ['x', { nom: `fin${DEMI_EMOJI}` }] },
      ['destinataires', '1', 'nom'],
    ],
    ['une fin d’emoji seule', ['\udc00'], ['0']],
    ['dans un nom de champ', { [`a${DEMI_EMOJI}`]: 1 }, ['a�']],
  ])('%s est trouvé, avec son chemin', (_cas, valeur, chemin) => {
    expect(findIllisible(valeur)?.chemin).toEqual(chemin);
    expect(lisibleSchema.safeParse(valeur).error?.issues[0]?.message).toContain('illisible');
  });

  it('un emoji entier, des accents, des retours à la ligne passent', () => {
    expect(findIllisible({ a: 'Été 👨‍👩‍👧\r\n\u202e', b: [1, null, true, undefined] })).toBeNull();
  });

  it('tout texte bien formé sans caractère nul passe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        fc.pre(!texte.includes('\u0000'));
        expect(findIllisible({ texte })).toBeNull();
      })
    );
  });

  it('ce qui s’emboîte sans fin est refusé, aussi profond que ce soit', () => {
    expect(findIllisible(nest(50))).toBeNull();
    expect(findIllisible(nest(51))?.phrase).toContain('trop de niveaux');
    expect(findIllisible(nest(100_000))?.phrase).toContain('trop de niveaux');
  });
});
