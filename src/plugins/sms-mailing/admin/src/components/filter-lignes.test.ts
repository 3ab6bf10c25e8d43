import { describe, expect, it } from 'vitest';
import { filterLignes, putFirst, type Colonne } from './filter-lignes';

interface Ligne {
  nom: string;
  rang: number;
}

const COLONNES: Colonne<Ligne>[] = [
  { cle: 'nom', titre: 'Nom', valeur: ({ nom }) => nom },
  { cle: 'rang', titre: 'Rang', valeur: ({ rang }) => rang },
];
const LIGNES: Ligne[] = [
  { nom: 'L’HÔTE', rang: 10 },
  { nom: 'Cœur', rang: 9 },
  { nom: 'Anne-Marie', rang: 2 },
];
const noms = (lignes: readonly Ligne[]): string[] => lignes.map(({ nom }) => nom);

describe('Une liste du panneau', () => {
  it.each([
    ["l'hote", 'L’HÔTE'],
    ['coeur', 'Cœur'],
    ['anne marie', 'Anne-Marie'],
  ])('« %s » y trouve « %s »', (recherche, nom) => {
    const tri = { cle: 'nom', croissant: true };
    expect(noms(filterLignes(LIGNES, COLONNES, recherche, tri))).toEqual([nom]);
  });

  it('se trie par nombre ou par nom, dans les deux sens', () => {
    const trier = (cle: string, croissant: boolean) =>
      noms(filterLignes(LIGNES, COLONNES, '', { cle, croissant }));
    expect(trier('rang', true)).toEqual(['Anne-Marie', 'Cœur', 'L’HÔTE']);
    expect(trier('nom', false)).toEqual(['L’HÔTE', 'Cœur', 'Anne-Marie']);
  });

  it('met devant ce qui demande qu’on s’en occupe, sans rien perdre ni mêler', () => {
    expect(noms(putFirst(LIGNES, ({ rang }) => rang < 10))).toEqual([
      'Cœur',
      'Anne-Marie',
      'L’HÔTE',
    ]);
  });
});
