import type { Knex } from 'knex';
import { execute, query } from '../query';

const REFUND = `
  WITH tires AS (
    SELECT package_id, sum(CASE nature WHEN 'debit' THEN credits ELSE -credits END)::int AS credits
      FROM sms_mouvements WHERE envoi_id = :envoiId GROUP BY 1
  ), lots AS (
    SELECT p.id, least(t.credits, p.consommes) AS credits
      FROM tires t JOIN sms_packages p ON p.id = t.package_id
     WHERE t.credits > 0 AND p.consommes > 0 FOR UPDATE OF p
  ), rendus AS (
    UPDATE sms_packages p SET consommes = p.consommes - l.credits, updated_at = :now
      FROM lots l WHERE p.id = l.id
    RETURNING p.id, l.credits
  ), inscrits AS (
    INSERT INTO sms_mouvements (document_id, package_id, envoi_id, nature, credits, survenu_le, created_at, updated_at, published_at)
    SELECT translate(gen_random_uuid()::text, '-', ''), r.id, :envoiId::int, 'remboursement', r.credits, :now, :now, :now, :now
      FROM rendus r)
  SELECT coalesce(sum(credits), 0)::int AS credits FROM rendus`;

/**
 * What this envoi drew and was not given back goes to the packages it came from, as far as a correction has not
 * given it back already. Answers how many credits; a second call, even at the same instant, gives back nothing.
 */
export async function refundPackages(knex: Knex, envoiId: number, now: Date): Promise<number> {
  return knex.transaction(async (trx) => {
    // First on its own: the statement that follows then sees what another refund has just written.
    await execute(trx, 'SELECT 1 FROM sms_envois WHERE id = :envoiId FOR UPDATE', { envoiId });
    const [ligne] = await query<{ credits: number }>(trx, REFUND, { envoiId, now });
    const rendus = ligne?.credits ?? 0;
    if (rendus > 0) {
      await trx('sms_envois').where({ id: envoiId }).update({ credits: 0, updated_at: now });
    }
    return rendus;
  });
}
