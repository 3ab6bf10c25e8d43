import type { Knex } from 'knex';

/**
 * What the statistics count, kept (docs/adr/0034): the envois due in one quarter of an hour, by type de contact and
 * modalité, and by antenne, équipe and référent together. `sms_bilans_tranches_modifiees` names the quarters that the
 * ledger has changed since.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_bilans_tranches (
      tranche timestamp NOT NULL,
      type_contact varchar(20) NOT NULL,
      modalite varchar(30) NOT NULL,
      antenne_id integer,
      equipe_id integer,
      referent_id integer,
      envoyes integer NOT NULL,
      echecs integer NOT NULL,
      incertains integer NOT NULL
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_bilans_tranches_modifiees (
      tranche timestamp NOT NULL, le timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')
    ) WITH (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0)`);
}
