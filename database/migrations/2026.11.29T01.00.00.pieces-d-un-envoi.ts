import type { Knex } from 'knex';

/** Guide §2.c « ci-joint votre attestation »: a file for one send is its author's, and never a modèle's. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    'ALTER TABLE sms_pieces_jointes ADD COLUMN IF NOT EXISTS pour_envoi boolean NOT NULL DEFAULT false'
  );
}
