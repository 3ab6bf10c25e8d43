import type { Knex } from 'knex';
import type { Personne } from '../oppositions/porteurs';
import { execute } from '../query';
import { SQL_OUBLI } from '../schema/ecriture-seule';

const REFERME = `SELECT set_config('sms_mailing.oubli', '', true)`;

/** What is written once is touched here alone, and only as long as `work` lasts. */
export async function forget<T>(trx: Knex, work: () => Promise<T>): Promise<T> {
  await execute(trx, SQL_OUBLI);
  const resultat = await work();
  await execute(trx, REFERME);
  return resultat;
}

const ANONYMISE = `
  UPDATE sms_actes SET personne_type = NULL, personne_id = NULL
   WHERE personne_type = :personneType AND personne_id = :personneId`;

/** RGPD, art. 17: the lines stay, and lead to nobody. */
export async function forgetActes(
  trx: Knex,
  { personneType, personneId }: Personne
): Promise<void> {
  await forget(trx, () => execute(trx, ANONYMISE, { personneType, personneId }));
}

const PERIMES = `
  DELETE FROM sms_actes WHERE id IN (
    SELECT a.id FROM sms_actes a WHERE a.survenu_le < :now::timestamp - :mois::int * interval '1 month'
     ORDER BY a.survenu_le LIMIT :lot FOR UPDATE SKIP LOCKED)`;

/** As long as the proofs of envois, then no longer (docs/adr/0024). */
export function purgeActes(
  knex: Knex,
  perime: { mois: number; lot: number; now: Date }
): Promise<number> {
  return knex.transaction((trx) => forget(trx, () => execute(trx, PERIMES, perime)));
}
