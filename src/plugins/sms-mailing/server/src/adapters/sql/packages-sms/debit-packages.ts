import type { Knex } from 'knex';
import type { PackageEnBase } from '../../../../../core/package-sms';
import { drawFifo } from '../../../../../core/package-sms';
import { query } from '../query';

/** Locked, in the order of purchase: two workers never draw the same SMS. */
const PACKAGES = `
  SELECT id, to_char(date_achat, 'YYYY-MM-DD') AS "dateAchat", achetes, consommes
    FROM sms_packages ORDER BY date_achat, id FOR UPDATE`;

/**
 * Guide §10: « A chaque envoi de SMS, le décompte sera effectué ». What has left is debited even beyond what
 * was left (the release checked it); with no package entered nothing is counted (decision F21).
 */
export async function debitPackages(
  trx: Knex.Transaction,
  credits: number,
  now: Date
): Promise<void> {
  const tirage = drawFifo(await query<PackageEnBase>(trx, PACKAGES), credits, true);
  if (tirage.issue !== 'tire') {
    return;
  }
  for (const mouvement of tirage.mouvements) {
    await trx('sms_packages')
      .where({ id: mouvement.packageId })
      .increment('consommes', mouvement.credits);
    await trx('sms_mouvements').insert({
      document_id: trx.raw(`translate(gen_random_uuid()::text, '-', '')`),
      package_id: mouvement.packageId,
      nature: 'debit',
      credits: mouvement.credits,
      survenu_le: now,
      created_at: now,
      updated_at: now,
      published_at: now,
    });
  }
}
