import { describe, expect, it } from 'vitest';
import {
  conditionOf,
  covers,
  isPersonne,
  lendEtendues,
  limitTo,
  perimetreParmi,
  readEtendues,
  TOUT,
  unite,
} from './perimetre';

const MOI = { intervenantIds: [1], antenneIds: [10], equipeIds: [20] };

describe('guide §4 : le périmètre d’un droit', () => {
  it('les profils d’un compte s’ajoutent ; un seul sans condition ouvre tout', () => {
    const antenne = [conditionOf('antenne')];
    expect(readEtendues([antenne, [conditionOf('assigne')]])).toEqual(['antenne', 'assigne']);
    expect(readEtendues([antenne, []])).toBe('tout');
  });

  it('sans aucun profil, ou sous une condition inconnue, rien n’est ouvert', () => {
    expect(readEtendues([])).toEqual([]);
    expect(readEtendues([['admin::is-creator']])).toEqual([]);
    expect(isPersonne(limitTo([], MOI))).toBe(true);
    expect(isPersonne(TOUT)).toBe(false);
  });

  it('seules les listes des colonnes cochées comptent', () => {
    expect(limitTo(['antenne', 'assigne'], MOI)).toEqual(
      perimetreParmi({ antenneIds: [10], intervenantIds: [1] })
    );
  });

  it('un périmètre en couvre un autre liste par liste', () => {
    const arras = perimetreParmi({ antenneIds: [10] });
    const deux = perimetreParmi({ antenneIds: [10, 11], equipeIds: [20] });
    expect([covers(TOUT, deux), covers(deux, arras), covers(arras, arras)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([covers(arras, TOUT), covers(arras, deux)]).toEqual([false, false]);
  });

  it('une collègue prête ses étendues, jamais « tout » ; sans droit à soi, elle ne prête rien', () => {
    expect(lendEtendues(['antenne'], ['assigne'])).toEqual(['assigne']);
    expect(lendEtendues(['antenne'], 'tout')).toEqual(['antenne']);
    expect(lendEtendues([], ['antenne'])).toEqual([]);
  });

  it('des périmètres s’ajoutent ; l’un d’eux « tout », tout', () => {
    const arras = perimetreParmi({ antenneIds: [10] });
    const deux = perimetreParmi({ antenneIds: [10, 11], equipeIds: [20] });
    expect(unite([arras, deux])).toEqual(deux);
    expect(unite([arras, TOUT])).toEqual(TOUT);
    expect(unite([])).toEqual(perimetreParmi({}));
  });
});
