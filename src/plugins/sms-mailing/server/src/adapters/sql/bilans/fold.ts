import type { Knex } from 'knex';
import type { BilanStore } from '../../../services/ports/bilans';
import { execute, query } from '../query';
import { GROUPE } from './groupe';
import { sqlPrend } from './prend';
import { OUBLIE_BILANS, OUBLIE_USAGES, RECOMPTE_BILANS, RECOMPTE_USAGES } from './recompte';
import { foldTranches } from './tranches';

/** Left alone for so long, a group is counted again; until then its lines are counted by whoever asks. */
const CALME_SECONDES = 60;

const TAKE_GROUPES = sqlPrend('sms_bilans_modifies', GROUPE, 'c.*, c.periode::text AS periode');

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
        await foldTranches(trx, calme);
        return foldGroupes(trx, calme);
      }),
  };
}
