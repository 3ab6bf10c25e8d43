import type { Knex } from 'knex';

/** Docs/adr/0011: what the module writes to the association's own staff, once each; no person of the CRM is in it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_avis (
      id serial PRIMARY KEY,
      cle varchar(255) NOT NULL UNIQUE,
      genre varchar(20) NOT NULL CHECK (genre IN ('recapitulatif', 'stock_sms')),
      statut varchar(20) NOT NULL DEFAULT 'programme'
        CHECK (statut IN ('programme', 'en_cours', 'envoye', 'echec', 'incertain')),
      adresse varchar(320) NOT NULL,
      nom varchar(255) NOT NULL DEFAULT '',
      action_id integer,
      action_date date,
      soir date,
      tentatives integer NOT NULL DEFAULT 0,
      disponible_le timestamp NOT NULL,
      commence_le timestamp,
      termine_le timestamp,
      detail text
    )`);
  await knex.raw(`
    CREATE INDEX IF NOT EXISTS sms_avis_file_idx
      ON sms_avis (disponible_le, id) WHERE statut IN ('programme', 'en_cours')`);
}
