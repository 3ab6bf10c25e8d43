import fc from 'fast-check';
import type { Knex } from 'knex';
import { createBilans } from '../../server/src/adapters/sql/bilans/fold';
import type { BancSql } from './envois-base';
import { histoires, openMonde } from './file-histoires';

/** To play one again: GRAINE=…, as a failure prints it. */
const GRAINE = Number(process.env.GRAINE ?? 20_260_301);

/** Each line of the ledger in somebody's périmètre, by SQL. */
export const shareEnvois = (knex: Knex): Promise<unknown> =>
  knex.raw(
    'UPDATE sms_envois SET antenne_id = 1 + id % 2, equipe_id = 1 + id % 3, referent_id = 1 + id % 4 WHERE antenne_id IS NULL'
  );

interface Partie {
  nombre: number;
  pas: number;
  check: () => Promise<void>;
}

/** Random histories, folded anywhere between two steps; `check` after each step. */
export async function playHistoires(banc: BancSql, { nombre, pas, check }: Partie): Promise<void> {
  const { knex } = banc.base;
  const avecReplis = fc.tuple(
    histoires(pas),
    fc.array(fc.boolean(), { minLength: pas, maxLength: pas })
  );
  await fc.assert(
    fc.asyncProperty(avecReplis, async ([histoire, replis]) => {
      const monde = await openMonde(banc);
      for (const [rang, { agir }] of histoire.entries()) {
        await agir(monde);
        await shareEnvois(knex);
        if (replis[rang] === true) await createBilans(knex, 0).fold();
        await check();
      }
    }),
    { seed: GRAINE, numRuns: nombre, endOnFailure: true }
  );
}
