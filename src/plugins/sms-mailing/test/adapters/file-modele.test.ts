import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openBancSql, type BancSql } from './envois-base';
import { histoires, openMonde } from './file-histoires';

/** To play one again: GRAINE=…, as a failure prints it. */
const GRAINE = Number(process.env.GRAINE ?? 20_260_228);
const HISTOIRES = 25;
const PAS = 80;

let banc: BancSql;
beforeAll(async () => {
  banc = await openBancSql();
});
afterAll(() => banc.close());

describe('la file et l’historique, quoi qu’il arrive dans quelque ordre que ce soit', () => {
  it(
    'un envoi attend si et seulement s’il est dans la file ; rien ne se marque deux fois, ni ne se perd',
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(histoires(PAS), async (histoire) => {
          const monde = await openMonde(banc);
          for (const { agir } of histoire) {
            await agir(monde);
            await monde.check();
          }
        }),
        { seed: GRAINE, numRuns: HISTOIRES, endOnFailure: true }
      );
    }
  );
});
