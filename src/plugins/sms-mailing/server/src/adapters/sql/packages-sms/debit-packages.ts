import type { Knex } from 'knex';
import type { MouvementPackage, PackageEnBase } from '../../../../../core/package-sms';
import { drawFifo } from '../../../../../core/package-sms';
import { execute, query } from '../query';

/** Locked, in the order of purchase: two workers never draw the same SMS. */
const PACKAGES = `
  SELECT id, to_char(date_achat, 'YYYY-MM-DD') AS "dateAchat", achetes, consommes
    FROM sms_packages ORDER BY date_achat, id FOR UPDATE`;

const CONSOMMER = `
  UPDATE sms_packages p SET consommes = p.consommes + q.credits, updated_at = :now
    FROM (SELECT "packageId", sum(credits) AS credits
            FROM jsonb_to_recordset(:mouvements::jsonb) AS m("packageId" int, credits int) GROUP BY 1) q
   WHERE p.id = q."packageId"`;

const INSCRIRE = `
  INSERT INTO sms_mouvements (document_id, package_id, envoi_id, nature, credits, survenu_le, created_at, updated_at, published_at)
  SELECT translate(gen_random_uuid()::text, '-', ''), m."packageId", m."envoiId", 'debit', m.credits, :now, :now, :now, :now
    FROM jsonb_to_recordset(:mouvements::jsonb) AS m("packageId" int, "envoiId" int, credits int)`;

interface SmsParti {
  /** Null: an example, kept nowhere. */
  id: number | null;
  credits: number;
}

type Mouvement = MouvementPackage & { envoiId: number | null };

/** First bought, first used, one envoi after the other: each knows which packages it drew from. */
function draw(packages: readonly PackageEnBase[], partis: readonly SmsParti[]): Mouvement[] {
  const lots = packages.map((lot) => ({ ...lot }));
  return partis.flatMap(({ id: envoiId, credits }) => {
    const tirage = drawFifo(lots, credits, true);
    if (tirage.issue !== 'tire') {
      return [];
    }
    for (const lot of lots) {
      lot.consommes += tirage.mouvements
        .filter(({ packageId }) => packageId === lot.id)
        .reduce((somme, mouvement) => somme + mouvement.credits, 0);
    }
    return tirage.mouvements.map((mouvement) => ({ ...mouvement, envoiId }));
  });
}

/**
 * Guide §10: « A chaque envoi de SMS, le décompte sera effectué ». What has left is debited even beyond what
 * was left (the release checked it); with no package entered nothing is counted (decision F21).
 */
export async function debitPackages(
  trx: Knex.Transaction,
  partis: readonly SmsParti[],
  now: Date
): Promise<void> {
  const mouvements = draw(await query<PackageEnBase>(trx, PACKAGES), partis);
  if (mouvements.length > 0) {
    const params = { mouvements: JSON.stringify(mouvements), now };
    await execute(trx, CONSOMMER, params);
    await execute(trx, INSCRIRE, params);
  }
}
