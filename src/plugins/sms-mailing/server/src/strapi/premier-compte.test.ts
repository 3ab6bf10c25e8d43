import { describe, expect, it } from 'vitest';
import type { PremierCompte } from '../services/ports/bilans';
import { bringUpToDate, createRecit } from './premier-compte';

const simple = (phrase: string | null): string | undefined => phrase?.replace(/\s/g, ' ');

describe('le premier compte, dans le journal', () => {
  it('se dit dixième après dixième, avec ce qu’il reste à attendre', () => {
    const raconte = createRecit({ comptes: 0, total: 5_000_000 });
    expect(raconte({ comptes: 400_000, total: 5_000_000 }, 20_000)).toBeNull();
    expect(simple(raconte({ comptes: 1_000_000, total: 5_000_000 }, 60_000))).toBe(
      'Historique : 1 000 000 envois comptés sur 5 000 000 (20 %), encore 4 minutes environ.'
    );
    expect(raconte({ comptes: 1_400_000, total: 5_000_000 }, 80_000)).toBeNull();
    expect(simple(raconte({ comptes: 4_600_000, total: 5_000_000 }, 280_000))).toBe(
      'Historique : 4 600 000 envois comptés sur 5 000 000 (90 %), encore une minute au plus.'
    );
    expect(raconte({ comptes: 5_000_000, total: 5_000_000 }, 300_000)).toBeNull();
  });

  const boot = async (debut: PremierCompte | null, avances: readonly PremierCompte[] = []) => {
    const dites: string[] = [];
    await bringUpToDate(
      {
        readPremierCompte: async () => debut,
        applySchema: async () => void dites.push('tables'),
        runPremierCompte: async (onAvance) => avances.forEach(onAvance),
      },
      { info: (phrase) => dites.push(phrase.replace(/\s/g, ' ')) }
    );
    return dites;
  };

  it('s’annonce avant que l’historique ne se ferme, et se termine en le disant', async () => {
    const [annonce, tables, avance, fin, ...reste] = await boot({ comptes: 0, total: 2_000 }, [
      { comptes: 1_100, total: 2_000 },
      { comptes: 2_000, total: 2_000 },
    ]);
    expect(annonce).toContain('2 000 envois d’une version précédente vont être comptés');
    expect(tables).toBe('tables');
    expect(avance).toContain('1 100 envois comptés sur 2 000 (50 %)');
    expect(fin).toBe('Historique : les 2 000 envois sont comptés.');
    expect(reste).toEqual([]);
  });

  it('repris après un arrêt, il dit où il en était ; sans rien à compter, il se tait', async () => {
    const [annonce] = await boot({ comptes: 900, total: 2_000 });
    expect(annonce).toContain('900 sur 2 000 sont faits');
    expect(await boot(null)).toEqual(['tables']);
  });
});
