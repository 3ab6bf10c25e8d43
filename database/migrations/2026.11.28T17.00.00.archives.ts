import type { Knex } from 'knex';

/**
 * Docs/adr/0024: lines of the ledger whose text is no longer kept, and whose occurrence nobody plans any more. What
 * proves an envoi, and what the histories read; nothing of its content.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_envois_archives (
      id integer PRIMARY KEY,
      document_id varchar(255),
      cle varchar(255),
      modalite varchar(255),
      type_contact varchar(255),
      statut varchar(255),
      motif varchar(255),
      detail text,
      modele_id integer,
      campagne_id integer,
      envoi_automatique_id integer,
      action_id integer,
      action_date date,
      action_heure varchar(255),
      action_lieu varchar(255),
      annulee_confirmee boolean,
      participation_id integer,
      type_destinataire varchar(255),
      destinataire_id integer,
      contact_id integer,
      nom varchar(255),
      antenne_id integer,
      equipe_id integer,
      referent_id integer,
      adresse varchar(255),
      prevu_le timestamp(6),
      envoye_le timestamp(6),
      termine_le timestamp(6),
      credits integer,
      retarde boolean,
      created_at timestamp(6)
    )`);
}
