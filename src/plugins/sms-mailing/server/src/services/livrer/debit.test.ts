import { describe, expect, it } from 'vitest';
import { createChronoFictif } from '../../../../test/fakes/chrono-fictif';
import { createDebit } from './debit';

const signal = new AbortController().signal;

async function departs(parSeconde: number | null, nombre: number): Promise<number[]> {
  const chrono = createChronoFictif();
  const debit = createDebit(parSeconde, chrono);
  const instants: number[] = [];
  for (let i = 0; i < nombre; i += 1) {
    await debit.waitTurn(1, signal);
    instants.push(chrono.elapsed());
  }
  return instants;
}

describe('le débit d’un fournisseur', () => {
  it('sans limite, rien n’attend', async () => {
    expect(await departs(null, 3)).toEqual([0, 0, 0]);
  });

  it('à quatre par seconde, un message part toutes les 250 ms', async () => {
    expect(await departs(4, 4)).toEqual([0, 250, 500, 750]);
  });

  it('partagé entre deux processus, chacun va deux fois moins vite', async () => {
    const chrono = createChronoFictif();
    const debit = createDebit(4, chrono);
    debit.share(2);
    await debit.waitTurn(1, signal);
    await debit.waitTurn(1, signal);
    expect(chrono.elapsed()).toBe(500);
  });

  it('le temps passé sans rien envoyer ne se rattrape pas en rafale', async () => {
    const chrono = createChronoFictif();
    const debit = createDebit(2, chrono);
    await debit.waitTurn(1, signal);
    chrono.advance(10_000);
    const instants: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      await debit.waitTurn(1, signal);
      instants.push(chrono.elapsed());
    }
    expect(instants).toEqual([10_000, 10_500, 11_000]);
  });
});
