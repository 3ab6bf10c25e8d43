import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from './permissions';
import { conditionOf } from './perimetre';
import { MATRICE, niveauxOf, type LigneMatrice } from './matrice-profils';
import { isExacte, readCases, writeCases, type Cases } from './profils';

const ligneOf = (libelle: string): LigneMatrice => MATRICE.find((une) => une.libelle === libelle)!;
const RIEN: Cases = { tout: null, antenne: null, equipe: null, assigne: null };

const saisie = fc.constantFrom(...MATRICE).chain((ligne) => {
  const niveau = fc.constantFrom(null, ...niveauxOf(ligne));
  const etendue = ligne.avecPerimetre ? niveau : fc.constant(null);
  return fc.record({
    ligne: fc.constant(ligne),
    cases: fc.record({ tout: niveau, antenne: etendue, equipe: etendue, assigne: etendue }),
  });
});

describe('guide §4 : la matrice d’un profil', () => {
  it('ce qu’une ligne écrit se relit, et se récrit pareil', () => {
    fc.assert(
      fc.property(saisie, ({ ligne, cases }) => {
        const droits = writeCases(ligne, cases);
        expect(writeCases(ligne, readCases(ligne, droits))).toEqual(droits);
        expect(isExacte(ligne, droits)).toBe(true);
      }),
      { numRuns: 10_000 }
    );
  });

  it('« Créer » dans son antenne et « Consulter » partout tiennent ensemble', () => {
    const ligne = ligneOf('Contacts individuels');
    const cases: Cases = { ...RIEN, tout: 'consulter', antenne: 'creer' };
    const droits = writeCases(ligne, cases);
    expect(readCases(ligne, droits)).toEqual(cases);
    expect(droits.map(({ action, conditions }) => [action.split('.').at(-1), conditions])).toEqual([
      ['read', []],
      ['update', [conditionOf('antenne')]],
      ['create', [conditionOf('antenne')]],
    ]);
  });

  it('« Tout » efface la limite d’un autre profil du même compte', () => {
    const ligne = ligneOf('Entrepreneurs');
    const droits = [
      ...writeCases(ligne, { ...RIEN, assigne: 'creer' }),
      ...writeCases(ligne, { ...RIEN, tout: 'consulter' }),
    ];
    expect(readCases(ligne, droits)).toEqual({ ...RIEN, tout: 'consulter', assigne: 'creer' });
  });

  it('un droit réglé autrement se dit', () => {
    const ligne = ligneOf('Entrepreneurs');
    const [premier, ...suite] = writeCases(ligne, { ...RIEN, tout: 'creer' });
    expect(isExacte(ligne, suite)).toBe(false);
    expect(isExacte(ligne, [{ ...premier!, conditions: ['admin::is-creator'] }, ...suite])).toBe(
      false
    );
  });

  it('chaque droit du module a sa ligne, et une seule', () => {
    const droits = MATRICE.flatMap(({ niveaux }) => Object.values(niveaux).flatMap((de) => de)).map(
      ({ action, subject }) => `${action} ${subject ?? ''}`
    );
    expect(new Set(droits).size).toBe(droits.length);
    for (const droit of Object.keys(PERMISSIONS)) {
      expect(droits).toContain(`plugin::sms-mailing.${droit} `);
    }
  });
});
