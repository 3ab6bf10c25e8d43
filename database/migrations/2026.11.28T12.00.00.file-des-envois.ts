import type { Knex } from 'knex';

/**
 * Docs/adr/0018. `sms_file`: the queue, one small row for each envoi that still waits, taken, marked and
 * deleted. Its pages keep room for the row as it grows, so that taking and marking touch no index; it is
 * vacuumed often, being small and never still. `sms_epoque`: one row, a number that grows with each change
 * that what is about to leave must obey.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_file (
      envoi_id integer PRIMARY KEY,
      modele_id integer NOT NULL,
      tentatives integer NOT NULL DEFAULT 0,
      disponible_le timestamp NOT NULL,
      retenu boolean NOT NULL DEFAULT false,
      voie varchar(10) NOT NULL CHECK (voie IN ('immediate', 'soir')),
      transport varchar(4) NOT NULL CHECK (transport IN ('mail', 'sms')),
      type_contact varchar(20) NOT NULL,
      type_destinataire varchar(30) NOT NULL,
      modalite varchar(30) NOT NULL,
      etat varchar(10) NOT NULL DEFAULT 'attente' CHECK (etat IN ('attente', 'reserve', 'en_cours')),
      ouvrier varchar(80),
      reserve_le timestamp,
      version_id integer,
      reglages_id integer,
      adresse text,
      contact_id integer,
      message_id text,
      valeurs jsonb,
      CONSTRAINT sms_file_ouvrier_chk CHECK ((etat = 'attente') = (ouvrier IS NULL))
    ) WITH (fillfactor = 25, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0,
            autovacuum_analyze_threshold = 1000, autovacuum_analyze_scale_factor = 0.1)`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_epoque (
      seule boolean PRIMARY KEY DEFAULT true CHECK (seule),
      numero bigint NOT NULL DEFAULT 0,
      par bigint NOT NULL DEFAULT 0
    )`);
  await knex.raw(`INSERT INTO sms_epoque DEFAULT VALUES ON CONFLICT DO NOTHING`);
}
