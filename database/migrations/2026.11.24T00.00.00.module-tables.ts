import type { Knex } from 'knex';

/**
 * The tables of the module that Strapi does not own: the ledger row of an evening (one instance plans it),
 * the heartbeat of each worker, and the bytes of attachments, private and immutable.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_soirees (
      soir date NOT NULL,
      genre varchar(40) NOT NULL,
      commencee_le timestamp NOT NULL,
      terminee_le timestamp,
      envois integer NOT NULL DEFAULT 0,
      retardee boolean NOT NULL DEFAULT false,
      PRIMARY KEY (soir, genre)
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_ouvriers (
      nom varchar(80) PRIMARY KEY,
      vu_le timestamp NOT NULL
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_pieces_jointes (
      id serial PRIMARY KEY,
      nom varchar(255) NOT NULL,
      type_mime varchar(120) NOT NULL,
      taille integer NOT NULL,
      empreinte char(64) NOT NULL,
      contenu bytea NOT NULL,
      deposee_le timestamp NOT NULL,
      auteur_id integer
    )`);
}
