import type { Knex } from 'knex';

/** Strapi's own key-value table; every key of ours begins alike. */
export const TABLE = 'strapi_core_store_settings';

/** `secrets`: those of the versions before `secrets-lies`, read once. */
export type Cle = 'parametres' | 'secrets' | 'secrets-lies' | 'verifications' | 'soiree';

export const toKey = (cle: Cle): string => `plugin_sms-mailing_${cle}`;

/** The text of each key, as stored; missing keys are absent. */
export async function readCles(
  knex: Knex,
  cles: readonly Cle[]
): Promise<Partial<Record<Cle, string>>> {
  const lignes = await knex(TABLE)
    .whereIn('key', cles.map(toKey))
    .select<{ key: string; value: string }[]>('key', 'value');
  const trouvees = new Map(lignes.map(({ key, value }) => [key, value]));
  return Object.fromEntries(
    cles.flatMap((cle) => {
      const value = trouvees.get(toKey(cle));
      return value === undefined ? [] : [[cle, value]];
    })
  );
}

export async function writeCle(trx: Knex.Transaction, cle: Cle, valeur: unknown): Promise<void> {
  const key = toKey(cle);
  const value = JSON.stringify(valeur);
  const touchees = await trx(TABLE).where({ key }).update({ value });
  if (touchees === 0) {
    await trx(TABLE).insert({ key, value, type: 'object' });
  }
}

export async function deleteCle(trx: Knex.Transaction, cle: Cle): Promise<void> {
  await trx(TABLE)
    .where({ key: toKey(cle) })
    .delete();
}

/** One writer at a time, on any instance: what is read inside is what will be replaced. */
export function updateCles<T>(knex: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  return knex.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('sms-mailing.parametres'))`);
    return work(trx);
  });
}
