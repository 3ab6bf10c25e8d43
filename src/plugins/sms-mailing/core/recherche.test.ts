import { describe, expect, it } from 'vitest';
import { listMots } from './recherche';

describe('Ce qu’on tape dans une recherche', () => {
  it.each([
    ['PALMER Julien', ['palmer', 'julien']],
    ['l’Hôte  Anne-Marie', ['l', 'hote', 'anne', 'marie']],
    ['julien.palmer@courriel.test', ['julien.palmer@courriel.test']],
    ['', []],
  ])('« %s » : chaque mot, plié', (texte, mots) => {
    expect(listMots(texte)).toEqual(mots);
  });

  it.each([
    ['06 12 34 56 78', '612345678'],
    ['+33 (0)6.12.34.56.78', '612345678'],
    ['0033612345678', '612345678'],
    ['06-12-34-56-78', '612345678'],
    ['123 456 789 00012', '12345678900012'],
    ['12/03/2022', '12032022'],
  ])(
    '« %s » est un seul numéro, sans ce qui change d’une écriture à l’autre',
    (texte, chiffres) => {
      expect(listMots(texte)).toEqual([chiffres]);
    }
  );

  it('un nom et un numéro se cherchent ensemble', () => {
    expect(listMots('palmer 06 12 34 56 78')).toEqual(['palmer', '612345678']);
  });

  it('cinq chiffres sont un mot, et six mots suffisent', () => {
    expect(listMots('62400')).toEqual(['62400']);
    expect(listMots('a b c d e f g h')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});
