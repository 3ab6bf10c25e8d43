import type { Knex } from 'knex';
import type { PremierCompte } from '../../../services/ports/bilans';
import { query } from '../query';
import { foldNeufs } from './fold';
import { NEUF, sqlTotal } from './groupe';

/** Before the tables are born, all that the ledger holds; afterwards, while groups are left that nothing has counted. */
const A_COMPTER = `
  SELECT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'sms_bilans_insert' AND tgrelid = 'sms_envois'::regclass) AS ne,
         EXISTS (SELECT 1 FROM sms_bilans_modifies WHERE le = ${NEUF}) AS reste`;

const COMPTES = `SELECT coalesce(sum(${sqlTotal('b')}), 0)::int AS comptes FROM sms_bilans b`;

const TOTAL = `
  SELECT (SELECT count(*) FROM sms_envois)::int + (SELECT count(*) FROM sms_envois_archives)::int AS total`;

async function readComptes(knex: Knex): Promise<number> {
  const [lu] = await query<{ comptes: number }>(knex, COMPTES);
  return lu?.comptes ?? 0;
}

/** Null when there is nothing to count: a new base, or one that is counted. */
export async function readPremierCompte(knex: Knex): Promise<PremierCompte | null> {
  const [lu] = await query<{ ne: boolean; reste: boolean }>(knex, A_COMPTER);
  if (lu?.ne === true && !lu.reste) {
    return null;
  }
  const [lignes] = await query<{ total: number }>(knex, TOTAL);
  const total = lignes?.total ?? 0;
  const comptes = lu?.ne === true ? await readComptes(knex) : 0;
  return total === 0 ? null : { comptes, total };
}

/**
 * Docs/adr/0023, once `applySchema` is done: lot after lot, each kept as soon as it is counted; stopped, it goes on from
 * there. What is written meanwhile leaves its marks, as ever. Any number of instances may do it together.
 */
export async function runPremierCompte(
  knex: Knex,
  onAvance: (compte: PremierCompte) => void,
  lot?: number
): Promise<void> {
  const debut = await readPremierCompte(knex);
  while (debut !== null && (await foldNeufs(knex, lot)) > 0) {
    onAvance({ comptes: await readComptes(knex), total: debut.total });
  }
}
