import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRecherche } from './pliage';

describe('une recherche plie tout de la même façon (décision G14)', () => {
  it.each([
    ['L’HÔTE', "l'hote"],
    ['Cœur', 'coeur'],
    ['MÜLLER'.normalize('NFD'), 'muller'],
    ['Müller'.normalize('NFC'), 'muller'],
    ['Łukasz', 'lukasz'],
    ['Créer', 'creer'],
    ['Anne-Marie', 'anne marie'],
    ['Anne\u2011Marie', 'anne-marie'],
    ['SØREN Æther', 'soren aether'],
    ['Straße', 'strasse'],
    ['ŒUVRE', 'oeuvre'],
    ['d’Aragon', 'd aragon'],
    ['İzmir', 'izmir'],
    ['\u202aDupont\u202c\u200b', 'dupont'],
    ['  Le\u00a0 Gall\t', 'le gall'],
  ])('« %s » se trouve par « %s »', (texte, recherche) => {
    expect(foldRecherche(texte)).toBe(foldRecherche(recherche));
  });

  it('plier deux fois ne change rien, quelle que soit la forme Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        const plie = foldRecherche(texte);
        expect(foldRecherche(plie)).toBe(plie);
        expect(foldRecherche(texte.normalize('NFD'))).toBe(foldRecherche(texte.normalize('NFC')));
      })
    );
  });
});
