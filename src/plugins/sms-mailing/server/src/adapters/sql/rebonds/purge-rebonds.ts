import type { Knex } from 'knex';
import { SQL_PORTEURS } from '../oppositions/porteurs';
import { execute } from '../query';

/** Months: how long the texts and the proofs are kept. */
export interface Perime {
  texteMois: number;
  preuveMois: number;
  lot: number;
  now: Date;
}

const avant = (mois: string): string => `(:now::timestamp - :${mois}::int * interval '1 month')`;

/**
 * Docs/adr/0024. What only says how one envoi came back goes with its text: no report finds an envoi of the archive.
 * What keeps an address from being written to stays as long as somebody bears it, and as a proof otherwise.
 */
const PERIMES = `
  DELETE FROM sms_rebonds WHERE id IN (
    SELECT r.id FROM sms_rebonds r
     WHERE r.recu_le < ${avant('texteMois')}
       AND (NOT r.refuse OR r.leve_le IS NOT NULL
            OR (r.recu_le < ${avant('preuveMois')}
                AND NOT EXISTS (SELECT 1 FROM (${SQL_PORTEURS}) p WHERE p.empreinte = r.empreinte)))
     ORDER BY r.id LIMIT :lot FOR UPDATE OF r SKIP LOCKED)`;

export const purgeRebonds = (knex: Knex, perime: Perime): Promise<number> =>
  execute(knex, PERIMES, { ...perime });
