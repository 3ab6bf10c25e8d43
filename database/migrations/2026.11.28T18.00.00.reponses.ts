import type { Knex } from 'knex';

/**
 * Decision G16: `confirme` is oui, non or sans réponse. Until now false said no more than « pas confirmé ». What
 * a participant answers is told to who leads the action.
 */
export async function up(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable('participations')) {
    await knex.raw('UPDATE participations SET confirme = NULL WHERE NOT confirme');
  }
  await knex.raw('ALTER TABLE sms_avis DROP CONSTRAINT IF EXISTS sms_avis_genre_check');
  await knex.raw(
    `ALTER TABLE sms_avis ADD CONSTRAINT sms_avis_genre_check
       CHECK (genre IN ('recapitulatif', 'stock_sms', 'digest', 'reponses'))`
  );
  await knex.raw(
    `CREATE INDEX IF NOT EXISTS sms_avis_reponses_idx ON sms_avis (action_id, adresse) WHERE genre = 'reponses'`
  );
}
