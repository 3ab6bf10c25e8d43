import { expect, it } from 'vitest';
import { toCsv } from './csv';

it('une feuille s’ouvre dans un tableur français : accents, points-virgules, une cellule par valeur', () => {
  const feuille = toCsv(['Nom', 'Remarque'], [['DÉJÀ', 'dit « a ; b »,\r\npuis "c"']]);
  expect(feuille).toBe('\ufeff"Nom";"Remarque"\r\n"DÉJÀ";"dit « a ; b »,\r\npuis ""c"""\r\n');
});

it.each(['=1+1', '+33601020304', '-2', '@SOMME(A1)', '\t=1', '\r=1', '\n=1'])(
  'ce qu’un tableur exécuterait reste du texte : %j',
  (valeur) => {
    expect(toCsv([], [[valeur]])).toBe(`\ufeff\r\n"'${valeur}"\r\n`);
  }
);
