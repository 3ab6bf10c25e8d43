import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alertPackages,
  checkAchetes,
  correctConsommes,
  correctionPackageSchema,
  drawFifo,
  packageSmsSchema,
  sumReste,
  type PackageEnBase,
} from './package-sms';

const lot = (id: number, dateAchat: string, achetes: number, consommes = 0): PackageEnBase => ({
  id,
  dateAchat,
  achetes,
  consommes,
});

describe('la saisie d’un package (guide §10)', () => {
  it('l’exemple du guide est accepté, consommés à 0 par défaut', () => {
    expect(packageSmsSchema.parse({ dateAchat: '2018-01-02', achetes: 500 })).toEqual({
      dateAchat: '2018-01-02',
      achetes: 500,
      consommes: 0,
    });
    expect(
      packageSmsSchema.safeParse({ dateAchat: '2018-01-02', achetes: 5, consommes: 5 }).success
    ).toBe(true);
  });

  it.each([
    ['consommés au-delà des achetés', { dateAchat: '2018-01-02', achetes: 5, consommes: 6 }],
    ['consommés négatifs', { dateAchat: '2018-01-02', achetes: 5, consommes: -1 }],
    ['aucun SMS acheté', { dateAchat: '2018-01-02', achetes: 0 }],
    ['nombre à virgule', { dateAchat: '2018-01-02', achetes: 1.5 }],
    ['consommés à virgule', { dateAchat: '2018-01-02', achetes: 5, consommes: 1.5 }],
    ['nombre démesuré', { dateAchat: '2018-01-02', achetes: 10_000_001 }],
    ['date à la française', { dateAchat: '02/01/2018', achetes: 5 }],
    ['date impossible', { dateAchat: '2018-02-30', achetes: 5 }],
  ])('%s : refusé avec une phrase', (_cas, saisie) => {
    const lu = packageSmsSchema.safeParse(saisie);
    expect(lu.error?.issues[0]?.message).toMatch(/^(Le nombre|Saisissez) .*\.$/);
  });
});

describe('un package déjà entamé (décision G9)', () => {
  const lu = lot(1, '2018-01-02', 500, 20);
  const depasse = lot(1, '2018-01-02', 10, 15);

  it('les achetés ne descendent pas sous les consommés', () => {
    expect(() => checkAchetes(lu, 19)).toThrow('achetes-insuffisants');
    expect(() => checkAchetes(lu, 20)).not.toThrow();
  });

  it('déjà dépassé, il peut être complété, pas réduit', () => {
    expect(() => checkAchetes(depasse, 12)).not.toThrow();
    expect(() => checkAchetes(depasse, 9)).toThrow('achetes-insuffisants');
  });

  it('corrigés, les consommés restent entre rien et tout ce qui est acheté', () => {
    expect(correctConsommes(lu, 480)).toBe(500);
    expect(correctConsommes(lu, -20)).toBe(0);
    expect(() => correctConsommes(lu, 481)).toThrow('correction-trop-haute');
    expect(() => correctConsommes(lu, -21)).toThrow('correction-trop-basse');
  });

  it('déjà dépassé, il se corrige vers le bas seulement', () => {
    expect(correctConsommes(depasse, -1)).toBe(14);
    expect(() => correctConsommes(depasse, 1)).toThrow('correction-trop-haute');
  });

  it('une correction a un nombre, une raison, et la version qu’elle corrige', () => {
    const saisie = { credits: -3, raison: ' Relevé ', version: 2 };
    expect(correctionPackageSchema.parse(saisie)).toEqual({ ...saisie, raison: 'Relevé' });
    const lue = correctionPackageSchema.safeParse({ credits: 0, raison: '' });
    expect(lue.error?.issues.map(({ path }) => path[0])).toEqual(['credits', 'raison', 'version']);
  });
});

describe('le décompte (guide §10, décision E2)', () => {
  it('le premier acheté est le premier utilisé', () => {
    const lots = [lot(2, '2022-02-01', 500), lot(1, '2022-01-01', 100, 97)];
    expect(drawFifo(lots, 5)).toEqual({
      issue: 'tire',
      mouvements: [
        { packageId: 1, credits: 3 },
        { packageId: 2, credits: 2 },
      ],
    });
  });

  it('achetés le même jour, le premier saisi d’abord', () => {
    const lots = [lot(2, '2022-01-01', 10), lot(1, '2022-01-01', 10)];
    expect(drawFifo(lots, 1)).toEqual({
      issue: 'tire',
      mouvements: [{ packageId: 1, credits: 1 }],
    });
  });

  it('le dernier SMS restant se prend', () => {
    expect(drawFifo([lot(1, '2022-01-01', 10, 8)], 2)).toMatchObject({ issue: 'tire' });
  });

  it('s’il n’en reste pas assez, rien n’est pris', () => {
    expect(drawFifo([lot(1, '2022-01-01', 10, 8)], 3)).toEqual({
      issue: 'insuffisant',
      disponible: 2,
    });
    expect(drawFifo([lot(1, '2022-01-01', 10, 12)], 1)).toEqual({
      issue: 'insuffisant',
      disponible: 0,
    });
  });

  it('le dépassement permis pèse sur le dernier acheté', () => {
    const lots = [lot(1, '2022-01-01', 10, 8), lot(2, '2022-02-01', 10, 10)];
    expect(drawFifo(lots, 5, true)).toEqual({
      issue: 'tire',
      mouvements: [
        { packageId: 1, credits: 2 },
        { packageId: 2, credits: 3 },
      ],
    });
  });

  it('sans package saisi, le décompte n’est pas suivi et rien ne bloque', () => {
    expect(drawFifo([], 5)).toEqual({ issue: 'non_suivi' });
    expect(alertPackages([])).toEqual({ niveau: 'non_suivi', reste: 0 });
  });

  it('les mouvements font toujours le compte et ne vident aucun lot au-delà de son reste', () => {
    const lots = fc
      .array(
        fc.record({
          achetes: fc.nat(50),
          pris: fc.nat(50),
          jour: fc.integer({ min: 10, max: 28 }),
        }),
        { minLength: 1 }
      )
      .map((bruts) =>
        bruts.map(({ achetes, pris, jour }, i) =>
          lot(i, `2022-01-${String(jour)}`, achetes, Math.min(pris, achetes))
        )
      );
    fc.assert(
      fc.property(lots, fc.nat(300), fc.boolean(), (packages, credits, depassement) => {
        const tirage = drawFifo(packages, credits, depassement);
        if (tirage.issue !== 'tire') {
          expect(tirage).toEqual({ issue: 'insuffisant', disponible: sumReste(packages) });
          expect(sumReste(packages)).toBeLessThan(credits);
          return;
        }
        expect(tirage.mouvements.reduce((somme, m) => somme + m.credits, 0)).toBe(credits);
        const apres = packages.map((p) => ({
          ...p,
          consommes:
            p.consommes + (tirage.mouvements.find((m) => m.packageId === p.id)?.credits ?? 0),
        }));
        expect(apres.filter((p) => p.consommes > p.achetes).length).toBeLessThanOrEqual(
          depassement ? 1 : 0
        );
      })
    );
  });
});

describe('l’alerte (décision E2)', () => {
  it.each([
    [450, 'bas'],
    [449, 'aucune'],
    [499, 'bas'],
    [500, 'epuise'],
    [510, 'epuise'],
  ])('%i consommés sur 500 : %s', (consommes, niveau) => {
    expect(alertPackages([lot(1, '2022-01-01', 500, consommes)])).toEqual({
      niveau,
      reste: 500 - consommes,
    });
  });

  it('les lots vidés depuis longtemps ne comptent pas dans les 10 %', () => {
    const vides = Array.from({ length: 20 }, (_, i) => lot(i, '2020-01-01', 500, 500));
    expect(alertPackages([...vides, lot(99, '2022-01-01', 500, 100)]).niveau).toBe('aucune');
  });
});
