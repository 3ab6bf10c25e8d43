import { describe, expect, it } from 'vitest';
import { orderEssais, tickEssais } from './essais';

const regle = (documentId: string, inactif = false) => ({ documentId, modele: { inactif } });
const REGLES = [regle('a'), regle('b'), regle('c')];

describe('Guide §6.d : ce que propose l’envoi test', () => {
  it('la règle qu’on vient d’écrire est la première, cochée, et seule', () => {
    expect(orderEssais(REGLES, 'c').map(({ documentId }) => documentId)).toEqual(['c', 'a', 'b']);
    expect(tickEssais(REGLES, 'c')).toEqual(['c']);
  });

  it('venu d’ailleurs, rien n’est coché, sauf la seule règle qu’il y ait', () => {
    expect(orderEssais(REGLES, null)).toEqual(REGLES);
    expect(tickEssais(REGLES, null)).toEqual([]);
    expect(tickEssais([regle('a')], null)).toEqual(['a']);
  });

  it('une règle au modèle inactif ne se coche pas', () => {
    expect(tickEssais([regle('a', true)], 'a')).toEqual([]);
  });
});
