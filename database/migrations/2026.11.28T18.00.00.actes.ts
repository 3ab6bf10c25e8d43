import type { Knex } from 'knex';

/**
 * The Journal: who did what, when. Its sentence names no person of a fiche: she is a number here, and her name
 * stays on her fiche, where it is read and where it is erased.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_actes (
      id bigserial PRIMARY KEY,
      survenu_le timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
      auteur_id integer,
      auteur varchar(255) NOT NULL,
      genre varchar(30) NOT NULL,
      nom varchar(40) NOT NULL,
      phrase text NOT NULL,
      recherche text NOT NULL,
      personne_type varchar(40),
      personne_id integer
    )`);
  await knex.raw('CREATE INDEX IF NOT EXISTS sms_actes_survenu_idx ON sms_actes (survenu_le)');
  await knex.raw('CREATE INDEX IF NOT EXISTS sms_actes_genre_idx ON sms_actes (genre, id)');
  await knex.raw(`
    CREATE INDEX IF NOT EXISTS sms_actes_personne_idx
      ON sms_actes (personne_type, personne_id) WHERE personne_id IS NOT NULL`);
}
