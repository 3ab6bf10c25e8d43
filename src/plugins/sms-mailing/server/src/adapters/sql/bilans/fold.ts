import type { Knex } from 'knex';
import type { BilanStore } from '../../../services/ports/bilans';
import { execute, query, type Params } from '../query';
import { listOf, NEUF, sqlMemeGroupe, type GROUPE } from './groupe';
import { OUBLIE_BILANS, OUBLIE_USAGES, RECOMPTE_BILANS, RECOMPTE_USAGES } from './recompte';

/** Left alone for so long, a group is counted again; until then its lines are counted by whoever asks. */
const CALME_SECONDES = 60;
const CALME = `(clock_timestamp() AT TIME ZONE 'UTC') - :calme * interval '1 second'`;
/** By one turn: a tenth of a second or so. */
const GROUPES_MAX = 100;
const VERROU = `hashtext('sms-mailing.bilans')`;

/** Whoever writes meanwhile leaves a mark that is not seen here, and so stays. */
const sqlPrend = (lesquels: string): string => `
  WITH pris AS (
    SELECT ${listOf('m')} FROM sms_bilans_modifies m GROUP BY ${listOf('m')} HAVING ${lesquels} LIMIT :lot
  ), retires AS (
    DELETE FROM sms_bilans_modifies m USING pris c WHERE ${sqlMemeGroupe('m', 'c')}
  )
  SELECT c.*, c.periode::text AS periode FROM pris c`;

/** The groups whose marks meet `lesquels`, as many as a lot holds, counted again; answers how many. */
async function foldGroupes(trx: Knex, lesquels: string, params: Params): Promise<number> {
  const groupes = await query<Record<(typeof GROUPE)[number], unknown>>(
    trx,
    sqlPrend(lesquels),
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
        return foldGroupes(trx, `max(m.le) <= ${CALME}`, { calme, lot: GROUPES_MAX });
      }),
  };
}

/** Of the groups never counted yet, a lot; one instance after the other, nobody else waits. Answers how many: 0 when none is left. */
export const foldNeufs = (knex: Knex, lot = GROUPES_MAX): Promise<number> =>
  knex.transaction(async (trx) => {
    await execute(trx, `SELECT pg_advisory_xact_lock(${VERROU})`);
    return foldGroupes(trx, `min(m.le) = ${NEUF}`, { lot });
  });
