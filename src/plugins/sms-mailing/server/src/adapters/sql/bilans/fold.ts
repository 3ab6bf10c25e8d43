import type { Knex } from 'knex';
import type { BilanStore } from '../../../services/ports/bilans';
import { execute, query, type Params } from '../query';
import { GROUPE, NEUF } from './groupe';
import { CALMES, LOT, sqlPrend } from './prend';
import { OUBLIE_BILANS, OUBLIE_USAGES, RECOMPTE_BILANS, RECOMPTE_USAGES } from './recompte';
import { foldTranches } from './tranches';

/** Left alone for so long, a group is counted again; until then its lines are counted by whoever asks. */
const CALME_SECONDES = 60;
const VERROU = `hashtext('sms-mailing.bilans')`;

const MARQUES = {
  table: 'sms_bilans_modifies',
  colonnes: GROUPE,
  lues: 'c.*, c.periode::text AS periode',
};

/** The groups whose marks meet `lesquels`, as many as a lot holds, counted again; answers how many. */
async function foldGroupes(trx: Knex, lesquels: string, params: Params): Promise<number> {
  const groupes = await query<Record<(typeof GROUPE)[number], unknown>>(
    trx,
    sqlPrend(MARQUES, lesquels),
    params
  );
  if (groupes.length > 0) {
    const pris = { groupes: JSON.stringify(groupes) };
    for (const sql of [OUBLIE_BILANS, RECOMPTE_BILANS, OUBLIE_USAGES, RECOMPTE_USAGES]) {
      await execute(trx, sql, pris);
    }
  }
  return groupes.length;
}

export function createBilans(knex: Knex, calme = CALME_SECONDES): BilanStore {
  return {
    fold: () =>
      knex.transaction(async (trx) => {
        const [verrou] = await query<{ pris: boolean }>(
          trx,
          `SELECT pg_try_advisory_xact_lock(${VERROU}) AS pris`
        );
        if (verrou?.pris !== true) {
          return 0;
        }
        await foldTranches(trx, calme);
        return foldGroupes(trx, CALMES, { calme, lot: LOT });
      }),
  };
}

/** Of the groups never counted yet, a lot; one instance after the other, nobody else waits. Answers how many: 0 when none is left. */
export const foldNeufs = (knex: Knex, lot = LOT): Promise<number> =>
  knex.transaction(async (trx) => {
    await execute(trx, `SELECT pg_advisory_xact_lock(${VERROU})`);
    return foldGroupes(trx, `min(m.le) = ${NEUF}`, { lot });
  });
