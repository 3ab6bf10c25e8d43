import type { Knex } from 'knex';

/**
 * Docs/adr/0031. `sms_rebonds`: what came back of each envoi, under the keyed fingerprint of its address; `refuse` marks the
 * address, until `leve_le`. `sms_boite_rebonds`: one row, up to where the mailbox was read and when it is next.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_rebonds (
      id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      envoi_id int NOT NULL,
      empreinte varchar(64) NOT NULL,
      cle varchar(8) NOT NULL,
      nature varchar(20) NOT NULL CHECK (nature IN ('definitif', 'passager', 'refus', 'plainte')),
      raison varchar(40) NOT NULL,
      par varchar(120) NOT NULL,
      code varchar(20),
      recu_le timestamp NOT NULL,
      refuse boolean NOT NULL DEFAULT false,
      leve_le timestamp,
      UNIQUE (envoi_id, nature)
    )`);
  await knex.raw(
    `CREATE INDEX IF NOT EXISTS sms_rebonds_refus_idx ON sms_rebonds (empreinte) WHERE refuse AND leve_le IS NULL`
  );
  await knex.raw(`CREATE INDEX IF NOT EXISTS sms_rebonds_empreinte_idx ON sms_rebonds (empreinte)`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_boite_rebonds (
      id int PRIMARY KEY CHECK (id = 1),
      boite text NOT NULL,
      validite varchar(20),
      uid bigint NOT NULL DEFAULT 0,
      prochain_le timestamp NOT NULL,
      lu_le timestamp,
      traites int NOT NULL DEFAULT 0,
      laisses int NOT NULL DEFAULT 0,
      echec text,
      echec_depuis timestamp
    )`);
}
