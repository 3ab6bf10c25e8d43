import { expect, it } from 'vitest';
import { MINUTE, simulateMarche } from '../../test/fakes/marche-simulee';

it('une liste grise qui remet chacun une fois n’est ni ralentie ni payée : tout passe au second essai', () => {
  const vus = new Map<string, number>();
  const banc = simulateMarche((cle, now) => {
    vus.set(cle, vus.get(cle) ?? now);
    return now - vus.get(cle)! < 5 * MINUTE
      ? { genre: 'attente', dansMs: 15 * MINUTE }
      : { genre: 'parti' };
  });
  banc.add(1_500);
  banc.run(10 * MINUTE);
  expect(banc.remises).toBe(1_500);
  expect(banc.marche).toMatchObject({ parMinute: null, sonde: 'non' });
  expect(banc.marche.raison).toContain('attente');
  banc.run(30 * MINUTE);
  expect(banc.count('parti')).toBe(1_500);
  expect(banc.remises).toBe(3_000);
  expect(banc.envois.every(({ essais }) => essais === 0)).toBe(true);
  expect(banc.marche.raison).toBeNull();
});
