import type { Knex } from 'knex';

/**
 * Decision G1: the journal says whom an opposition concerned besides which address, and keeps what the person
 * did herself (STOP, link of a newsletter), which no user signs, and about which envoi. `cle`: under which key its fingerprint is kept.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE sms_oppositions_journal
      ADD COLUMN IF NOT EXISTS cle varchar(8),
      ADD COLUMN IF NOT EXISTS personne_type varchar(40),
      ADD COLUMN IF NOT EXISTS personne_id integer,
      ADD COLUMN IF NOT EXISTS envoi_id integer,
      ALTER COLUMN auteur_id DROP NOT NULL`);
  await knex.raw(`
    CREATE INDEX IF NOT EXISTS sms_oppositions_journal_personne_idx
      ON sms_oppositions_journal (personne_type, personne_id)`);
  await knex.raw(`
    CREATE INDEX IF NOT EXISTS sms_oppositions_journal_envoi_idx
      ON sms_oppositions_journal (envoi_id) WHERE envoi_id IS NOT NULL`);
}
