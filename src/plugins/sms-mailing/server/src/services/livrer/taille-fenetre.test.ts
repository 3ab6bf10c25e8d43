import { describe, expect, it } from 'vitest';
import { createChronoFictif } from '../../../../test/fakes/chrono-fictif';
import { createMesure, sizeFenetre } from './taille-fenetre';

const allure = (parSeconde: number, horsTransportMs: number) => ({ parSeconde, horsTransportMs });

describe('la taille de la fenêtre', () => {
  it('à 20 ms par réponse et 5 connexions, vingt et quelques envois : un arrêt net n’en laisse pas plus incertains', () => {
    expect(sizeFenetre(100, 20, allure(236, 8))).toBe(22);
  });

  it('suit un serveur rapide, de ce qui part pendant que la base écrit', () => {
    expect(sizeFenetre(100, 20, allure(2_500, 20))).toBe(70);
  });

  it('ne dépasse jamais la borne promise, quel que soit le serveur', () => {
    expect(sizeFenetre(50, 20, allure(9_000, 100))).toBe(50);
    expect(sizeFenetre(8, 20, allure(0, 0))).toBe(8);
  });

  it('laisse toujours passer un envoi', () => {
    expect(sizeFenetre(1, 1, allure(0, 0))).toBe(1);
  });
});

describe('ce qui mesure l’allure', () => {
  it('compte ce qui est conclu par seconde, et le temps que la base a pris', () => {
    const chrono = createChronoFictif();
    const mesure = createMesure(chrono);
    expect(mesure).toMatchObject({ parSeconde: 0, horsTransportMs: 0 });
    for (let i = 0; i < 200; i += 1) {
      mesure.note(10);
      chrono.advance(5);
    }
    expect(mesure.parSeconde).toBeGreaterThan(190);
    expect(mesure.parSeconde).toBeLessThan(210);
    expect(mesure.horsTransportMs).toBeCloseTo(10, 0);
  });
});
