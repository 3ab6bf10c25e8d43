import type { Knex } from 'knex';

/**
 * Decision G13. `sms_previsions`: what an evening will send, kept with the snapshot of the base it was counted
 * on, and with that of the count under way. `sms_changements`: the transactions that wrote since something a
 * forecast depends on. Neither is logged: a crash empties both, and the next look counts anew.
 * `sms_retraits_du_soir`: the rules that someone took out of one evening.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`CREATE UNLOGGED TABLE IF NOT EXISTS sms_changements (xid xid8 PRIMARY KEY)`);
  await knex.raw(`
    CREATE UNLOGGED TABLE IF NOT EXISTS sms_previsions (
      depart timestamp PRIMARY KEY,
      contenu jsonb,
      personnes integer NOT NULL DEFAULT 0,
      instantane pg_snapshot,
      vue_le timestamp,
      calculee_le timestamptz,
      en_cours pg_snapshot,
      commencee_le timestamptz
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_retraits_du_soir (
      soir date NOT NULL,
      regle_id integer NOT NULL,
      auteur_id integer,
      retiree_le timestamp NOT NULL,
      PRIMARY KEY (soir, regle_id)
    )`);
}
