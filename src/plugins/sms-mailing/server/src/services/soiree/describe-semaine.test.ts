import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompteSoir } from '../../../../core/api/soiree';
import { createSemaine } from './describe-semaine';

const SOIRS = ['2022-03-03', '2022-03-04', '2022-03-05'];

const compteDe = (personnes: number): CompteSoir => ({
  ...{ personnes, credits: 0, exclus: 0 },
  ...{ calculeeLe: '2022-03-03T10:00:00.000Z', perimee: false },
});

/** A promise that the test settles. */
function attente<T>() {
  let tenir: (valeur: T) => void = () => undefined;
  let rompre: (erreur: Error) => void = () => undefined;
  const promesse = new Promise<T>((resolve, reject) => {
    tenir = resolve;
    rompre = reject;
  });
  return { promesse, tenir, rompre };
}

let patience: ReturnType<typeof attente<undefined>>;
let semaine: ReturnType<typeof createSemaine>;
let demandes: string[];

beforeEach(() => {
  patience = attente<undefined>();
  semaine = createSemaine({ elapsed: () => 0, wait: () => patience.promesse });
  demandes = [];
});

const compter =
  (reponse: (soir: string) => Promise<CompteSoir> | CompteSoir) =>
  async (soir: string): Promise<CompteSoir> => {
    demandes.push(soir);
    return reponse(soir);
  };

describe('la semaine à venir', () => {
  it('donne chaque soir compté, le prochain d’abord', async () => {
    const lignes = await semaine(
      SOIRS,
      compter(() => compteDe(3))
    );
    expect(lignes).toEqual(SOIRS.map((soir) => ({ soir, compte: compteDe(3) })));
  });

  it('un soir long à compter se dit en cours, et n’est pas suivi d’un autre', async () => {
    const lent = attente<CompteSoir>();
    const compte = compter((soir) => (soir === SOIRS[1] ? lent.promesse : compteDe(3)));
    const vue = semaine(SOIRS, compte);
    await vi.waitFor(() => {
      expect(demandes).toHaveLength(2);
    });
    patience.tenir(undefined);
    expect(await vue).toEqual([
      { soir: SOIRS[0], compte: compteDe(3) },
      { soir: SOIRS[1], compte: null },
      { soir: SOIRS[2], compte: null },
    ]);
    lent.tenir(compteDe(4));
    patience = attente<undefined>();
    await semaine(SOIRS, compte);
    expect(demandes).toEqual([...SOIRS.slice(0, 2), ...SOIRS]);
  });

  it('un compte qui échoue est dit à qui l’attend', async () => {
    const panne = compter(() => Promise.reject(new Error('panne')));
    await expect(semaine(SOIRS, panne)).rejects.toThrow('panne');
  });

  it('un compte qui échoue quand personne ne l’attend plus est dit, une fois, à qui demande ensuite', async () => {
    const lent = attente<CompteSoir>();
    const vue = semaine(
      SOIRS,
      compter(() => lent.promesse)
    );
    patience.tenir(undefined);
    await vue;
    lent.rompre(new Error('panne'));
    await vi.waitFor(async () => {
      await expect(
        semaine(
          SOIRS,
          compter(() => compteDe(3))
        )
      ).rejects.toThrow('panne');
    });
    patience = attente<undefined>();
    expect(
      await semaine(
        SOIRS,
        compter(() => compteDe(3))
      )
    ).toHaveLength(3);
  });
});
