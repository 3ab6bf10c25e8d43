import { describe, expect, it } from 'vitest';
import { BANCS, claimOptions, depart, SOIR, useBanc, type BancLedger } from './envois-base';

describe.each(BANCS)('les ouvriers et leurs absents %s', (_, open) => {
  let banc: BancLedger;
  useBanc(open, (ouvert) => {
    banc = ouvert;
  });

  it('ce que tenait un ouvrier muet : réservé revient, en cours devient incertain', async () => {
    const parti = await banc.add();
    await depart(banc, 'mort');
    const pris = await banc.add();
    await banc.claim(banc.lot, claimOptions('mort'));
    await banc.age('mort', 31_000);
    expect(await banc.ouvriers.sweep(30_000, SOIR)).toEqual({ rendus: 1, incertains: 1 });
    expect((await banc.read(parti)).statut).toBe('incertain');
    expect((await banc.read(pris)).statut).toBe('programme');
    expect((await banc.read(parti)).adresse).toContain('@courriel.test');
  });

  it('un vivant garde ce qu’il tient ; qui est parti proprement ne tient plus rien', async () => {
    await banc.add();
    await depart(banc, 'vivant');
    expect(await banc.ouvriers.sweep(30_000, SOIR)).toEqual({ rendus: 0, incertains: 0 });
    await banc.ouvriers.leave('vivant');
    expect(await banc.ouvriers.sweep(30_000, SOIR)).toEqual({ rendus: 0, incertains: 1 });
  });

  it('un ouvrier retrouve ce qu’une panne lui a fait perdre de vue, et rien des autres', async () => {
    await banc.add();
    await depart(banc, 'a');
    await banc.add();
    await banc.claim(banc.lot, claimOptions('b'));
    expect(await banc.ouvriers.recover('a', SOIR)).toEqual({ rendus: 0, incertains: 1 });
    expect(await banc.ouvriers.recover('b', SOIR)).toEqual({ rendus: 1, incertains: 0 });
  });

  it('dits ensemble, un résultat à l’heure, un tardif, un redit et un refus comptent chacun', async () => {
    const partir = async (): Promise<number> => {
      const id = await banc.add();
      await depart(banc, 'a');
      return id;
    };
    const envoye = (id: number) =>
      banc.ledger.record('a', { statut: 'envoye', id, reference: `r${id}`, credits: 0 }, SOIR);
    const tardif = await partir();
    await banc.ouvriers.recover('a', SOIR);
    const [aLHeure, redit, refuse] = [await partir(), await partir(), await partir()];
    await envoye(redit);
    const refus = { statut: 'echec', motif: 'refuse', detail: 'non', adresse: null } as const;
    await Promise.all([
      ...[tardif, aLHeure, redit].map(envoye),
      banc.ledger.record('a', { ...refus, id: refuse }, SOIR),
    ]);
    const lus = await Promise.all([tardif, aLHeure, redit, refuse].map((id) => banc.read(id)));
    expect(lus.map(({ statut }) => statut)).toEqual(['envoye', 'envoye', 'envoye', 'echec']);
    expect(lus.map(({ reference }) => reference)).toEqual([
      ...[tardif, aLHeure, redit].map((id) => `r${id}`),
      null,
    ]);
  });

  it('compte les ouvriers entendus depuis peu', async () => {
    await banc.ouvriers.beat('a', null);
    await banc.ouvriers.beat('b', null);
    await banc.age('b', 31_000);
    expect(await banc.ouvriers.count(30_000)).toBe(1);
  });
});
