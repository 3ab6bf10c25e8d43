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

describe('ce qui attend une place de l’heure', () => {
  it('est compté au clic seul, et chaque place dit quand elle se libère', async () => {
    const depuis = new Date(SOIR.getTime() - 3_600_000);
    const ids = [await banc.add(), await banc.add()];
    await depart(banc, 'a');
    for (const [rang, id] of ids.entries()) {
      const quand = new Date(SOIR.getTime() + rang * 60_000);
      await banc.ledger.record('a', { statut: 'envoye', id, reference: 'r', credits: 0 }, quand);
    }
    expect(await banc.ledger.readParti(['email'], depuis, 0)).toEqual(SOIR);
    expect(await banc.ledger.readParti(['email'], depuis, 2)).toBeNull();
    await banc.add();
    await banc.add({ lot: { ...banc.lot, modalite: 'fiche_action' } });
    expect(await banc.ledger.countClics(['email'], SOIR)).toBe(1);
    expect(await banc.ledger.countClics(['sms'], SOIR)).toBe(0);
    expect(await banc.ledger.countClics(['email'], new Date(0))).toBe(0);
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
