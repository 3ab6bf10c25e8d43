import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMoteurFictif } from '../../../test/fakes/moteur-fictif';
import { emptyBilan } from '../services/livrer/bilan';
import { createPostes } from '../services/soiree/run-tick';
import { startOuvrier, type Atelier } from './ouvrier';

/** Longer than any stop. */
const LONGTEMPS_MS = 60_000;
const jamais = (): Promise<never> => new Promise(() => undefined);

function createAtelier(champs: Partial<Atelier> = {}) {
  const moteur = createMoteurFictif();
  const faits: string[] = [];
  const fait = (quoi: string) => async () => void faits.push(quoi);
  const atelier: Atelier = {
    moteur,
    openPouls: () => ({
      beat: (...args) => moteur.ouvriers.beat(...args),
      close: async () => undefined,
    }),
    createPostes: (nom) => createPostes(moteur, nom),
    listenEnvois: () => async () => undefined,
    readEpoque: async () => '0',
    watchOver: fait('veille'),
    watchBeside: fait('avis'),
    readRebonds: fait('retours'),
    deliverDue: async ({ voie }) => {
      faits.push(voie);
      return emptyBilan();
    },
    ...champs,
  };
  return { atelier, faits, moteur };
}

describe('un ouvrier', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('qui attend le serveur pour un avis interne n’en ouvre pas moins la soirée, et n’en livre pas moins', async () => {
    const { atelier, faits } = createAtelier({ watchBeside: jamais });
    const ouvrier = startOuvrier(atelier, 'seul');
    await vi.advanceTimersByTimeAsync(LONGTEMPS_MS);
    const count = (quoi: string): number => faits.filter((autre) => autre === quoi).length;
    expect(count('veille')).toBeGreaterThan(2);
    expect(count('soir')).toBeGreaterThanOrEqual(count('veille'));
    expect(count('immediate')).toBeGreaterThanOrEqual(count('veille'));
    const arret = ouvrier.stop();
    await vi.advanceTimersByTimeAsync(LONGTEMPS_MS);
    await arret;
  });

  it.each<[string, Partial<Atelier>]>([
    ['un serveur qui ne conclut jamais', { deliverDue: jamais }],
    ['une base qui n’entend plus', { openPouls: () => ({ beat: jamais, close: jamais }) }],
  ])('s’arrête en moins d’une demi-minute devant %s', async (_, muet) => {
    const { atelier } = createAtelier(muet);
    const ouvrier = startOuvrier(atelier, 'seul');
    await vi.advanceTimersByTimeAsync(1);
    let arrete = false;
    const arret = ouvrier.stop().then(() => (arrete = true));
    await vi.advanceTimersByTimeAsync(25_000);
    expect(arrete).toBe(true);
    await arret;
  });

  it('qui s’arrête net ne dit pas au revoir : ce qu’il tenait sera repris comme d’un mort', async () => {
    const { atelier, moteur } = createAtelier({ deliverDue: jamais });
    const partis: string[] = [];
    moteur.ouvriers.leave = async (nom) => void partis.push(nom);
    const ouvrier = startOuvrier(atelier, 'seul');
    await vi.advanceTimersByTimeAsync(1);
    const arret = ouvrier.stop();
    await vi.advanceTimersByTimeAsync(LONGTEMPS_MS);
    await arret;
    expect(partis).toEqual([]);
    expect(moteur.lignes.join()).toContain('Arrêt sans réponse');
  });
});
