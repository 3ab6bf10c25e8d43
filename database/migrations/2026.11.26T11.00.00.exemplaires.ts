import type { Knex } from 'knex';

/**
 * Decision G12. `sms_preuves`: the addresses and numbers that users have proved to be theirs, as keyed
 * fingerprints. `sms_exemplaires`: one line for each exemplaire asked for and each code sent, which the quotas
 * count; the person it imitates by documentId alone, the address masked.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_preuves (
      utilisateur_id integer NOT NULL,
      transport varchar(10) NOT NULL CHECK (transport IN ('mail', 'sms')),
      verification jsonb NOT NULL,
      PRIMARY KEY (utilisateur_id, transport)
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_exemplaires (
      id serial PRIMARY KEY,
      utilisateur_id integer NOT NULL,
      genre varchar(20) NOT NULL CHECK (genre IN ('exemplaire', 'code')),
      transport varchar(10) NOT NULL CHECK (transport IN ('mail', 'sms')),
      vers varchar(255) NOT NULL,
      empreinte varchar(64) NOT NULL,
      modele_document_id varchar(255),
      modele_nom varchar(255),
      type_destinataire varchar(40),
      destinataire_document_id varchar(255),
      action_document_id varchar(255),
      demande_le timestamp NOT NULL,
      issue varchar(20) CHECK (issue IN ('parti', 'refuse')),
      detail text
    )`);
  await knex.raw(`
    CREATE INDEX IF NOT EXISTS sms_exemplaires_quota_idx
        ON sms_exemplaires (utilisateur_id, genre, demande_le)`);
}
