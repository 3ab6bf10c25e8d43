import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimOptions, depart, openBancSql, SOIR, type BancSql } from './envois-base';

let banc: BancSql;

beforeAll(async () => {
  banc = await openBancSql();
});
beforeEach(() => banc.reset());
afterAll(() => banc.close());

describe('la limite par heure', () => {
  it('est exacte quand plusieurs instances se réveillent au même instant', async () => {
    for (let i = 0; i < 60; i += 1) await banc.add();
    const depuis = new Date(SOIR.getTime() - 3_600_000);
    const heure = { plafond: 40, types: ['email', 'newsletter'] as const, depuis };
    const prises = await Promise.all(
      ['a', 'b', 'c', 'd'].map((ouvrier) =>
        banc.claim(banc.lot, { ...claimOptions(ouvrier), limite: 30, heure })
      )
    );
    expect(prises.map(({ length }) => length).sort((x, y) => x - y)).toEqual([0, 0, 10, 30]);
    expect(await banc.ledger.countPartis(heure.types, depuis)).toEqual({
      nombre: 40,
      premier: null,
    });
  });
});

describe('une référence plus longue que sa colonne', () => {
  it('n’empêche pas d’écrire que le message est parti', async () => {
    const id = await banc.add();
    await depart(banc, 'a');
    const reference = 'r'.repeat(400);
    await banc.ledger.record('a', { statut: 'envoye', id, reference, credits: 0 }, SOIR);
    expect(await banc.read(id)).toMatchObject({ statut: 'envoye', reference: 'r'.repeat(255) });
  });
});
