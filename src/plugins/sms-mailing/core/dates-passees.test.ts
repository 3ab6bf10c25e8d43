import { describe, expect, it } from 'vitest';
import { findDatesPassees } from './dates-passees';

const SOIR = '2022-03-03';

describe('Une date passée écrite dans un modèle', () => {
  it.each([
    ['Rendez-vous le 12/02/2022 à 9h', ['12/02/2022']],
    ['Rendez-vous le 2-3-2022', ['2-3-2022']],
    ['Le mardi 1er février 2022, puis le 15 Février', ['1er février 2022', '15 Février']],
    ['du 20 décembre au 5 JANVIER', ['20 décembre', '5 JANVIER']],
    ['le 20 août 2021, le 20 août 2021', ['20 août 2021']],
  ])('« %s » se signale', (texte, attendues) => {
    expect(findDatesPassees(texte, SOIR)).toEqual(attendues);
  });

  it.each([
    ['le soir même', 'Ce jeudi 3 mars 2022'],
    ['à venir', 'le 12/03/2022, le 20 août, le 5 avril 2023'],
    ['un fait ancien', 'la loi du 5 juillet 1901, créée le 01/02/2019'],
    ['un jour qui n’existe pas', 'le 31/02/2022, le 99/99/2022'],
    ['un numéro', 'SIRET 123 12/02/20221, dossier 112/02/2022'],
    ['un mois qui n’en est pas un', '12 marseillais, 3 maisons'],
  ])('rien à dire de %s', (_, texte) => {
    expect(findDatesPassees(texte, SOIR)).toEqual([]);
  });
});
