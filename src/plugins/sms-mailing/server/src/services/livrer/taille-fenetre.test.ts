import { describe, expect, it } from 'vitest';
import { createChronoFictif } from '../../../../test/fakes/chrono-fictif';
import { createMesure, sizeFenetre } from './taille-fenetre';

const allure = (parSeconde: number, horsTransportMs: number, transportMs = 0) => ({
  ...{ parSeconde, horsTransportMs, transportMs },
});

describe('la taille de la fenêtre', () => {
  it('à 20 ms par réponse et 5 connexions, une vingtaine d’envois : un arrêt net n’en laisse pas plus incertains', () => {
    expect(sizeFenetre(100, 15, allure(236, 8, 60))).toEqual({ taille: 18, groupe: 1 });
    expect(sizeFenetre(100, 15, allure(250, 12, 60)).taille).toBe(20);
  });

  it('suit un serveur rapide, du double de ce qui part pendant que la base écrit', () => {
    expect(sizeFenetre(100, 15, allure(2_500, 8, 5))).toEqual({ taille: 69, groupe: 14 });
    expect(sizeFenetre(100, 15, allure(2_500, 8, 9)).taille).toBe(45);
  });

  it('ne dépasse jamais la borne promise, quel que soit le serveur', () => {
    expect(sizeFenetre(50, 15, allure(9_000, 100))).toEqual({ taille: 50, groupe: 25 });
    expect(sizeFenetre(8, 15, allure(0, 0)).taille).toBe(8);
  });

  it('laisse toujours passer un envoi', () => {
    expect(sizeFenetre(1, 1, allure(0, 0))).toEqual({ taille: 1, groupe: 1 });
    expect(sizeFenetre(1, 20, allure(5_000, 50))).toEqual({ taille: 1, groupe: 1 });
  });
});

describe('ce qui mesure l’allure', () => {
  it('compte ce qui est conclu par seconde, et le temps que la base et le transport ont pris', () => {
    const chrono = createChronoFictif();
    const mesure = createMesure(chrono);
    expect(mesure).toMatchObject({ parSeconde: 0, horsTransportMs: 0, transportMs: 0 });
    for (let i = 0; i < 200; i += 1) {
      mesure.note({ horsTransportMs: 10, transportMs: 40 });
      chrono.advance(5);
    }
    expect(mesure.parSeconde).toBeGreaterThan(190);
    expect(mesure.parSeconde).toBeLessThan(210);
    expect(mesure.horsTransportMs).toBeCloseTo(10, 0);
    expect(mesure.transportMs).toBeCloseTo(40, 0);
  });
});
