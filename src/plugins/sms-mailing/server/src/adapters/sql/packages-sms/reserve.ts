import type { Knex } from 'knex';
import { STATUTS_RESERVANT } from '../../../../../core/envoi';
import { sqlRetire } from '../envois/file';
import { execute, query } from '../query';

const RESERVANT = STATUTS_RESERVANT.map((statut) => `'${statut}'`).join(', ');

/** « Réservé »: the credits of every SMS that may still leave, or may have left (decision E2). */
export const SQL_RESERVES = `type_contact = 'sms' AND statut IN (${RESERVANT})`;

/** What is bought and not yet used, less what is held: null when no package is entered (decision F21). */
export const SQL_RESTE = `
  ((SELECT sum(achetes - consommes) FROM sms_packages)
   - coalesce((SELECT sum(credits) FROM sms_envois WHERE ${SQL_RESERVES}), 0))::int`;

/**
 * Whoever takes credits compares and commits one after the other. Taken last, once its lines are written:
 * held for the time of a sum.
 */
export async function lockCredits(trx: Knex): Promise<void> {
  await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('sms-mailing.credits'))`);
}

/** SMS left once what is held is counted; negative when more is held than is left. */
export async function readReste(knex: Knex): Promise<number | null> {
  const [ligne] = await query<{ reste: number | null }>(knex, `SELECT ${SQL_RESTE} AS reste`);
  return ligne?.reste ?? null;
}

/** In the order of their actions, the SMS of this confirmation number that what is left cannot pay. */
const EXCLURE = sqlRetire(
  `SELECT r.id
     FROM (SELECT e.id, sum(e.credits) OVER (ORDER BY e.action_date, e.action_heure NULLS FIRST, e.action_id, e.id) AS cumul
             FROM sms_envois e
            WHERE e.confirmation = :confirmation AND e.type_contact = 'sms' AND e.statut = 'programme'
              AND e.credits > 0) r
    WHERE r.cumul > :disponible::int`,
  `statut = 'exclu', motif = 'credit_sms_insuffisant', credits = 0`
);

/** Answers how many were excluded. */
export function excludeBeyond(
  trx: Knex,
  { confirmation, disponible }: { confirmation: string; disponible: number },
  now: Date
): Promise<number> {
  return execute(trx, EXCLURE, { confirmation, disponible: Math.max(0, disponible), now });
}
