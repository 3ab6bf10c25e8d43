import { describe, expect, it } from 'vitest';
import { createChronoFictif } from '../../../../test/fakes/chrono-fictif';
import { createBattement } from './battement';

const BAIL = 30_000;

function createBanc(beat: () => Promise<void> = async () => undefined) {
  const chrono = createChronoFictif();
  const deps = { ouvriers: { beat }, chrono, bailMs: BAIL, alerte: () => null };
  return { chrono, battement: createBattement(deps, 'ouvrier') };
}

describe('le battement d’un ouvrier', () => {
  it('un ouvrier qui ne s’est jamais annoncé n’est pas vivant', () => {
    expect(createBanc().battement.isVivant()).toBe(false);
  });

  it('se tait de lui-même bien avant que les autres le tiennent pour mort', async () => {
    const { chrono, battement } = createBanc();
    await battement.beat();
    chrono.advance(BAIL * 0.6);
    expect(battement.isVivant()).toBe(true);
    chrono.advance(BAIL * 0.1);
    expect(battement.isVivant()).toBe(false);
  });

  it('compte depuis la question, pas depuis la réponse : elle a pu tarder', async () => {
    const banc = createBanc(async () => banc.chrono.advance(BAIL));
    await banc.battement.beat();
    expect(banc.battement.isVivant()).toBe(false);
  });

  it('ne s’empile pas derrière une base lente : demandé deux fois, il part une fois', async () => {
    let [battus, answer] = [0, (): void => undefined];
    const { battement } = createBanc(async () => {
      battus += 1;
      await new Promise<void>((resolve) => (answer = resolve));
    });
    const battements = [battement.beat(), battement.beat()];
    answer();
    await Promise.all(battements);
    expect(battus).toBe(1);
    const suivant = battement.beat();
    answer();
    await suivant;
    expect(battus).toBe(2);
  });

  it('une base qui ne répond pas ne le garde pas en vie', async () => {
    const banc = createBanc(() => Promise.reject(new Error('base absente')));
    await expect(banc.battement.beat()).rejects.toThrow('base absente');
    expect(banc.battement.isVivant()).toBe(false);
  });
});
