import type { Knex } from 'knex';
import { execute, query } from '../query';

/** A number answers its first result for so long; the ledger's lines keep it for ever. */
const JOURS = 30;

interface Ligne {
  auteur_id: number | null;
  resultat: string | null;
}

/**
 * Decision G8. `neuve`: this transaction is the first to use the number, and holds it until it ends; else what
 * the first one answered, as JSON. Null: the number is somebody else's.
 */
export async function takeConfirmation(
  trx: Knex,
  { numero, auteurId, now }: { numero: string; auteurId: number | null; now: Date }
): Promise<{ neuve: true } | { neuve: false; resultat: string } | null> {
  const prise = await execute(
    trx,
    `INSERT INTO sms_confirmations (numero, auteur_id, cree_le) VALUES (:numero::uuid, :auteurId::int, :now::timestamp)
     ON CONFLICT (numero) DO NOTHING`,
    { numero, auteurId, now }
  );
  if (prise > 0) {
    return { neuve: true };
  }
  const [ligne] = await query<Ligne>(
    trx,
    'SELECT auteur_id, resultat::text AS resultat FROM sms_confirmations WHERE numero = :numero::uuid',
    { numero }
  );
  return ligne === undefined || ligne.auteur_id !== auteurId || ligne.resultat === null
    ? null
    : { neuve: false, resultat: ligne.resultat };
}

/** In the same transaction as what it says. */
export async function keepResultat(trx: Knex, numero: string, resultat: unknown): Promise<void> {
  await execute(
    trx,
    'UPDATE sms_confirmations SET resultat = :resultat::jsonb WHERE numero = :numero::uuid',
    { numero, resultat: JSON.stringify(resultat) }
  );
}

export async function purgeConfirmations(knex: Knex, now: Date): Promise<void> {
  await execute(
    knex,
    `DELETE FROM sms_confirmations WHERE cree_le < :now::timestamp - interval '${String(JOURS)} days'`,
    { now }
  );
}
