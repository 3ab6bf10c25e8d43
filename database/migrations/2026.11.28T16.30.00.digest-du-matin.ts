import type { Knex } from 'knex';

/** The morning's avis: what it says is kept with it, for the evening it tells of is counted once. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE sms_avis ADD COLUMN IF NOT EXISTS contenu jsonb');
  await knex.raw('ALTER TABLE sms_avis DROP CONSTRAINT IF EXISTS sms_avis_genre_check');
  await knex.raw(
    `ALTER TABLE sms_avis ADD CONSTRAINT sms_avis_genre_check CHECK (genre IN ('recapitulatif', 'stock_sms', 'digest'))`
  );
}
