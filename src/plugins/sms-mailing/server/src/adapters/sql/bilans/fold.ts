import type { Knex } from 'knex';
import type { BilanStore } from '../../../services/ports/bilans';
import { execute, query } from '../query';
import { listOf, sqlMemeGroupe, type GROUPE } from './groupe';
import { OUBLIE_BILANS, OUBLIE_USAGES, RECOMPTE_BILANS, RECOMPTE_USAGES } from './recompte';

/** Left alone for so long, a group is counted again; until then its lines are counted by whoever asks. */
const CALME_SECONDES = 60;
const CALME = `(clock_timestamp() AT TIME ZONE 'UTC') - :calme * interval '1 second'`;
/** By one turn: a tenth of a second or so. */
const GROUPES_MAX = 100;

/** Whoever writes meanwhile leaves a mark that is not seen here, and so stays. */
const TAKE_GROUPES = `
  WITH calmes AS (
    SELECT ${listOf('m')} FROM sms_bilans_modifies m GROUP BY ${listOf('m')} HAVING max(m.le) <= ${CALME} LIMIT ${String(GROUPES_MAX)}
  ), prises AS (
    DELETE FROM sms_bilans_modifies m USING calmes c WHERE ${sqlMemeGroupe('m', 'c')}
  )
  SELECT c.*, c.periode::text AS periode FROM calmes c`;

async function foldGroupes(trx: Knex, calme: number): Promise<number> {
  const groupes = await query<Record<(typeof GROUPE)[number], unknown>>(trx, TAKE_GROUPES, {
    calme,
  });
  if (groupes.length > 0) {
    const params = { groupes: JSON.stringify(groupes) };
    await execute(trx, OUBLIE_BILANS, params);
    await execute(trx, RECOMPTE_BILANS, params);
    await execute(trx, OUBLIE_USAGES, params);
    await execute(trx, RECOMPTE_USAGES, params);
  }
  return groupes.length;
}

export function createBilans(knex: Knex, calme = CALME_SECONDES): BilanStore {
  return {
    fold: () =>
      knex.transaction(async (trx) => {
        const [verrou] = await query<{ pris: boolean }>(
          trx,
          `SELECT pg_try_advisory_xact_lock(hashtext('sms-mailing.bilans')) AS pris`
        );
        if (verrou?.pris !== true) {
          return 0;
        }
        return foldGroupes(trx, calme);
      }),
  };
}
